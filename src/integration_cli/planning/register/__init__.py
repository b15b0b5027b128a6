"""A joint risk register: the risks of barriers, written down for partners to score, and merged with what they wrote."""
