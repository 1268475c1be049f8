"""What is public, decided once: all that is made is made from :class:`Published`."""

from citebound.public.access import Access, access_of
from citebound.public.deciding import Published, Redirect, TakenDown, decide

__all__ = ["Access", "Published", "Redirect", "TakenDown", "access_of", "decide"]
