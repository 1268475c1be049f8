"""The finished site: what the theme and the extensions have made of the pages is
read again, before it is published. The rendered page is the proof.
"""
