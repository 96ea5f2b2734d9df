"""Training of what the product learns from its own corpus: an adapter of the embedding model.

Nothing here runs in the service. The product of a training is a small file that ``assistant.retrieval.weights`` merges
into the bundled weights when it unpacks them.
"""
