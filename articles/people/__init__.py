"""People in plain words: the forms of a name, and names found in a text."""
