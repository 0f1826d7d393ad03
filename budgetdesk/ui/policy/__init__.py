"""The window of the organisation's policy."""
