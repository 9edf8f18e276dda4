"""Documents, claims and verdicts in the embedded database. Rows are added, never changed and never deleted."""
