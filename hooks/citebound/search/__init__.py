"""Search: records of everything that can be found, and the index that a browser reads."""
