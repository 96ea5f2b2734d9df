"""Dadkhah: Persian legal guidance and petition drafting."""
