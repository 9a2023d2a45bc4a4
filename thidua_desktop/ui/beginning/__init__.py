"""The first minutes: four questions, and nothing asked before it is needed."""
