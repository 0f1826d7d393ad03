"""The parts of the page Forbrug."""
