"""What nominations and awards share on the screen: who is honoured, with what, and their past."""
