"""The page of units, and the dialogs by which they are merged, split, renamed and closed."""
