"""The parts of the page Opfølgning."""
