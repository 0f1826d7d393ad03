"""The facts of one household: what every calculation starts from."""
