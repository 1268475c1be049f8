"""What only the owner and the build know: the site's address, its licence, its dates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """Facts about the site that no source and no briefing holds.

    ``site_url`` and ``edit_base`` are ``None`` until the owner sets them, and so is
    ``content_licence``, which never covers a source's words. ``checked_on`` is the ISO date
    of the commit that was checked. ``preview`` is true under the local preview, which shows
    drafts and full texts to an editor.
    """

    site_url: str | None = None
    edit_base: str | None = None
    content_licence: str | None = None
    checked_on: str | None = None
    preview: bool = False
    site_name: str = "Citebound"
    version: str = "0"

    @property
    def owners(self) -> tuple[str, ...]:
        """The owner's texts that stand on pages, with whatever quotation marks they have."""
        return (self.site_name, self.content_licence or "")

    def absolute(self, address: str) -> str | None:
        """The whole address of a page, or ``None`` while the site has no address."""
        return None if self.site_url is None else f"{self.site_url.rstrip('/')}/{address}"
