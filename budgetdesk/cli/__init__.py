"""The command line: the same actions, in a terminal."""
