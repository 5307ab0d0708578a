"""The archive: articles, the people and topics they name, and the pages that show them."""
