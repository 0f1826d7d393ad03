"""BudgetDesk: a truthful household budget, made together, that ends in a signed page."""

__version__ = "0.1.0"
