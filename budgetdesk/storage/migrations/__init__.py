"""The steps by which a store of an earlier version becomes one of this version (Alembic).

A new step, after changing a value or a table: `python -m budgetdesk.storage.migrations "what and why"`.
"""
