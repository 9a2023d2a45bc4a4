"""Foreign files to plain values: old reports, plans and lists. Writes nothing, asks nobody."""
