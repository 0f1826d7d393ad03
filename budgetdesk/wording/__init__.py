"""Sentences for people: what a value means in plain Danish, used alike by window, paper and command line."""
