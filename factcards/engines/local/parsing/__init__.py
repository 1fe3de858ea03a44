"""The parse as the rest of the reader sees it: the pipeline, grammar over tokens, and the sheet of columns."""
