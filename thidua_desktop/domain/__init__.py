"""What the office knows: values and rules, without screens, files or SQL."""
