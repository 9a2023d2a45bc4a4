"""The tab of reports: their text by section, and the paper beside it."""
