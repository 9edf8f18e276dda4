"""Time expressions: words to atoms, atoms to meanings, meanings to days."""
