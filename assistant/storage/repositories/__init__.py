"""One repository a subject; each works inside the transaction it is given."""
