"""The cards of the page Akut."""
