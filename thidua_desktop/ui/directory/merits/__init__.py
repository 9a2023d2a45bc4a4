"""The pages of what people and collectives bring by years, and what stands against an award."""
