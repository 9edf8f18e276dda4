"""The small encoder with many heads: trees, tags and judgements about words from one pass, without torch."""
