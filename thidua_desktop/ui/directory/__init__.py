"""The window of what lists are made from: units, people, and what is known of them."""
