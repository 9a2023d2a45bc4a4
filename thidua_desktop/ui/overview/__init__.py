"""The first tab: what is due, what the year counts, when it was backed up."""
