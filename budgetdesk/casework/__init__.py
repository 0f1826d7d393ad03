"""The case: its clock, its record, what is still missing, what comes next."""
