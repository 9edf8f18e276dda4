"""How names, nationalities, offices and pronouns become actors; the front is reading/actor.py."""
