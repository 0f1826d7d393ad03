"""The parts of the start page: the list of cases, what it is narrowed by, and what is due today."""
