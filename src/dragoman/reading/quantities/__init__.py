"""How digits and words become bounded amounts; the front is reading/quantity.py."""
