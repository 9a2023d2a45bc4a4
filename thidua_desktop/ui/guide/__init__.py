"""The officer's guide: its pages, the window that shows them, and F1 from anywhere."""
