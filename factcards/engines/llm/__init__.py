"""The model engine: templates, requests, recorded answers, grounding of what a model proposes."""
