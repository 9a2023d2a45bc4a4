"""The tab of the award register, and the history of one recipient."""
