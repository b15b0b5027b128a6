"""A checklist brought up to date: what was written, what people made of it, what would be written now."""
