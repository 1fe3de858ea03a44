"""The embedded engine: deterministic, no download, no network. The only room that knows spaCy, and it loads it late."""
