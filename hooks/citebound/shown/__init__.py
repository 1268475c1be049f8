"""What pages, data and the search show, as values: no template and no page is known here."""
