"""The landlords' lists of arrears: taken in, called from, and deleted in time."""
