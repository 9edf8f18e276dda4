"""Claims to facts: identity, independence, agreement, contradiction, grade. Pure."""
