"""The parts of the page Samtykker."""
