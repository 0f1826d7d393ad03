"""The parts of the page Budget."""
