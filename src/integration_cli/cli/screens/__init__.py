"""Finished values as pictures for the terminal."""
