"""The parts of the page Aftale."""
