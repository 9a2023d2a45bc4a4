"""The lists: which uids match and in what order, and their rows a page at a time."""
