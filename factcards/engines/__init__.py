"""Engines propose claims. Two tenants that do not know each other: `local` (rules over a parse) and `llm` (a model, by prompt)."""
