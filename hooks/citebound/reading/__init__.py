"""Reading: files to the model, every value with its place. The only file input."""

from citebound.reading.links import withheld_files
from citebound.reading.project import NotAProjectError, other_pages, read_project

__all__ = ["NotAProjectError", "other_pages", "read_project", "withheld_files"]
