"""The article's own claims: the sentences that hold one, split where that is safe."""
