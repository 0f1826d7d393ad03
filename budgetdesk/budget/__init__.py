"""The household budget: the chart of lines, the month, and how others count."""
