"""The pages of people and of households."""
