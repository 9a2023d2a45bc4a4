"""Typing in the cells of a grid: what text becomes which value, and how it reaches the file."""
