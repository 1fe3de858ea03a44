"""The rules of the linter, each a plain callable from a match (a sentence of the summary with its candidates) to findings."""
