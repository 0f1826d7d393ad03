"""The parts of the page Ydelser."""
