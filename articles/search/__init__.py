"""Searching: the reader's language, the index's schema, and the index itself."""
