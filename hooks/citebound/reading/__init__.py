"""Reading: files to the model, every value with its place. The only file input."""

from citebound.reading.project import NotAProjectError, other_pages, read_project
from citebound.reading.symbolic_links import withheld_files

__all__ = ["NotAProjectError", "other_pages", "read_project", "withheld_files"]
