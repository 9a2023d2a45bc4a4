"""Every list that leaves the office with its own columns: their forms, and how one is drawn."""
