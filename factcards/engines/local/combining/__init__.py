"""From what is learned and what is ruled to one list of attributions."""
