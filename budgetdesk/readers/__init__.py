"""Readers of files: rates, chart, rules, policies, statements, receipts, case files. Bytes in, values out."""
