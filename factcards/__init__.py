"""factcards: fact cards from a news article, each traced to exact characters."""
