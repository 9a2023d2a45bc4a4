"""The tab of nominations: who is put forward for what, and how far it is."""
