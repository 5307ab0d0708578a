"""Web crawls: the records of WARC and ARC files, and the pages as they were transferred."""
