"""One self-contained sentence for each attribution, in the article's own words."""
