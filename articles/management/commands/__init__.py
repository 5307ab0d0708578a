"""One command a file: arguments and a report; the work is done elsewhere."""
