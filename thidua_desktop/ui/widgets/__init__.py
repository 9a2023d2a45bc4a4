"""Parts that every tab is made of: grid, form, fields. They know no tab and no record."""
