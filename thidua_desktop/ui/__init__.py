"""The window: what the officer sees and presses. Asks services; knows no SQL and no papers."""
