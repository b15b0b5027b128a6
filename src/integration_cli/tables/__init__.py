"""Rows of a file in, rows out: delimited text, workbooks, JSON Lines, one text a line."""
