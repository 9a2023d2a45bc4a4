"""Rows of lists to the records they make, or to what stands in their way. Writes nothing."""
