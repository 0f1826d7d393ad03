"""The encrypted store. Nobody else knows SQLAlchemy."""
