"""Attribution by statistics: which words are cues, and which spans are their source and content."""
