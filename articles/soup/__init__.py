"""HTML of any quality, read in linear time: tokens, a well nested tree of the archive's elements, addresses."""
