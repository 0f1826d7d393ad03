"""Bank exports in rows and columns: their layouts (data), how they are recognised, and how their rows are read."""
