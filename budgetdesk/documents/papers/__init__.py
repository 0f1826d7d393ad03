"""The papers, one file each, from facts; `catalogue` has them all."""
