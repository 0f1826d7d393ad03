"""The parts of the page Journal: who was tried, what is to be done, what is noted, and who is around the case."""
