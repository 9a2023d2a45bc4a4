"""What keeps work safe, on the screen: steps, recycle bin, backups, a second start."""
