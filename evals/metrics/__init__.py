"""Pure measures: ranking, classification, latency."""
