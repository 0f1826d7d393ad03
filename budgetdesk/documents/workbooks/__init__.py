"""Excel files: the statistics, a result card, and the budget with living formulas."""
