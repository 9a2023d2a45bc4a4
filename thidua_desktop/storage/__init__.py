"""The SQLite file of an office. Knows values of the domain, neither rules nor screens."""
