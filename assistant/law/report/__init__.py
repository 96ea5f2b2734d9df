"""What lawyers read of the corpus, page by page, and the marks that come back from them."""
