"""Papers on the screen: their text to write in, their frame, and the PDF beside it."""
