"""HTML of any quality, read in linear time: tokens, well nested elements, addresses."""
