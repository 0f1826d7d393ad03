"""The organisation's own figures of the law: fill in a year, confirm, look back, and see what went stale."""
