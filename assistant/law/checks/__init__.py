"""What the corpus check looks at, one subject a module."""
