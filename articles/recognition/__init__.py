"""Recognition at work: known people found in the archive's articles, what they say, and what is left to editors."""
