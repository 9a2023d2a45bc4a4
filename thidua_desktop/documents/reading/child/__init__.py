"""Readers of foreign files that run in a process of their own; each prints JSON, a value a line."""
