"""What is public, decided once: all that is made is made from :class:`Published`."""

from citebound.public.access import Access, access_of
from citebound.public.deciding import Moved, Published, TakenDown, decide

__all__ = ["Access", "Moved", "Published", "TakenDown", "access_of", "decide"]
