"""From a situation in somebody's own words to a diagnosis."""
