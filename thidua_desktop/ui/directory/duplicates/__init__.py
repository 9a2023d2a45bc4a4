"""The page of records that may be one: compared side by side, told apart, or merged."""
