"""What our own sentences claim: figures, names, speakers and limits, each against its evidence.

Start at :mod:`citebound.claims.statements`.
"""
