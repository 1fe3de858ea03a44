"""How surely something is said: hedges, negation, and certainty composed over the levels above an event."""
