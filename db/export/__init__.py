"""Files for analysts. Nothing is imported here, since all but the words for what was written needs Arrow."""
