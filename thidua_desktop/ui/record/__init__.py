"""What stands beside the form of a record: its history, its files, and the draft typed in it."""
