"""The tenant's pages as plain values, and their other forms: large print, two languages, HTML, text."""
