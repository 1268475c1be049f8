"""Pages: from the indexes to pages, one module for each kind of page."""
