"""The parts of the page Gæld."""
