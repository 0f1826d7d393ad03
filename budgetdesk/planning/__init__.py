"""Will a repayment plan hold, day by day? The same premises for every household."""
