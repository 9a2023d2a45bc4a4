"""The window in which lists that came in are looked at and put right before they are taken."""
