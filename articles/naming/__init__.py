"""What typed names stand for: people, topics and other records of the archive."""
