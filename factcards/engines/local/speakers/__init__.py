"""Who speaks: names, roles, groups and pronouns of one article, resolved to speakers."""
