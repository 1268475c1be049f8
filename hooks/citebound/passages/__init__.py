"""Passages: a quotation found in its source, or the reason why it is not there."""
