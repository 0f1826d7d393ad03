"""Oversættelser: the texts of the tenants' pages in another language, read and approved by somebody who speaks it."""
