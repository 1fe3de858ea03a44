"""The parse as the rest of the reader sees it: the pipeline, grammar over tokens, kinds of words, and the sheet of columns."""
