"""Office files on their way: a checked copy onto a stick, a file from outside brought in."""
