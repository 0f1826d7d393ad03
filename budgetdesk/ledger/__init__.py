"""What really happened: bank rows and receipts of a month, sorted together with the tenant."""
