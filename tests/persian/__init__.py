"""Persian text in, text out."""
