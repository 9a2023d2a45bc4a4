"""What the law says of nominations, beside the list and the form, and over many at once."""
