"""The parser of the search language: text becomes tokens, and tokens a tree."""
