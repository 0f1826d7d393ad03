"""What stands around the pages: header, steps, what is missing, footer."""
