"""What many cases say together: counts, outcome, effect and savings. Never a name, never one case."""
