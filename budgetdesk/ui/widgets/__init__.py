"""The building blocks of every page. Each has a name that a screen reader can say."""
