"""From barriers to a plan, and from a plan to the Markdown checklist that people keep."""
