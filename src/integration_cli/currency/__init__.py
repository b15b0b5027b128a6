"""What of a text is out of date: updates found by the names of bodies, laws and programmes."""
