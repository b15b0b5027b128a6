"""A checklist read back, however people have edited it."""
