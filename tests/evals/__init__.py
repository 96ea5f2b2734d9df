"""The evaluation sets and what is measured on them."""
