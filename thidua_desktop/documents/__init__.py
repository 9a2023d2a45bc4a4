"""Values to paper and files to values. Knows no database and no window."""
