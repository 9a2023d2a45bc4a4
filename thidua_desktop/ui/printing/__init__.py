"""Papers before and on their way to the printer: pages on the screen, choices, the printer."""
