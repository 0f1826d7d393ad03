"""Printing from the window: the printers there are, what is chosen, and sending."""
