"""Office files on their way: what the officer is asked when a copy leaves or a file comes in."""
