"""The nouns: frozen records that every other room passes along. Imports nothing of ours."""
