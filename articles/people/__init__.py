"""People in the news: the forms of their names, and where a text names them."""
