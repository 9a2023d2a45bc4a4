"""All that holds for SQLite alone: connections, guards, lock, opening, backups."""
