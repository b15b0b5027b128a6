"""Many diagnoses counted: the replies to a survey."""
