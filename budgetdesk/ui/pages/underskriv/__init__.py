"""The parts of the page Underskriv."""
