"""What the officer can do; each method one step, one transaction, one Changed."""
