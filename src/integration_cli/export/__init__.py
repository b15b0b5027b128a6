"""Finished values as text of one format each: a value in, plain data or a string out."""
