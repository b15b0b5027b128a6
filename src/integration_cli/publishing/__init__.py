"""The knowledge, and what is made from it, as HTML pages that need nothing but a browser."""
