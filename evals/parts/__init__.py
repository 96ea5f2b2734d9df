"""What is measured: one module a part, each a function from the open rooms and a split to a table."""
