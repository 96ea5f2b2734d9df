"""Messenger adapters over the dialogue."""
