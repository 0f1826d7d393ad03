"""Synthetic Danish receipts: what stands on them, how a thermal printer prints it, and what a telephone makes of it.

Independent of the readers: nothing here imports the program, and every item text is invented here.
"""

from receipts_synthetic.make import Sample, sample

__all__ = ["Sample", "sample"]
