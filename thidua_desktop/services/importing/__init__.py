"""Reports, plans and lists from outside: read first, nothing written; then taken as one step."""
