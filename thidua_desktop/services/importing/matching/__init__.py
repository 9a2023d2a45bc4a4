"""What written names mean: titles of the law, units and people of the office. Writes nothing."""
