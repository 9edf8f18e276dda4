"""How names become places on the map; the front is reading/place.py."""
