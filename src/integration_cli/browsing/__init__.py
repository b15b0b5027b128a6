"""Finding one's way in the knowledge: lists, single entries, search."""
