"""Attribution by construction: what grammar and quotation marks say with no statistics."""
