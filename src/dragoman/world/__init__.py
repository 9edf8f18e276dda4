"""What is known before reading: countries, actors, places, calendars, the concept lexicon; data and one loader each."""
