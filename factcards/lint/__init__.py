"""The linter for summaries: what a text says that its sources do not. Knows no parser, no command line and no card."""
