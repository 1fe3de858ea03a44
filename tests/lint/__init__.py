"""The linter for summaries."""
