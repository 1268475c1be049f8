"""Text: folding with a way back, word edges, characters that deceive, sentences."""
