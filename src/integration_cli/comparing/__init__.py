"""Partners' descriptions of one partnership side by side."""
