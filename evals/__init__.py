"""Datasets, metrics and the measuring command."""
