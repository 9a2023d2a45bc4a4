"""The tab of the council: terms by decision, and who sits on it."""
