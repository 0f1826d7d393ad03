"""The cards of the page Sag."""
