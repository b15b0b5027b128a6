"""From filled-in forms to what they say: a profile, where partners disagree, what has moved."""
