"""Facts to views, and views to a page or to JSON. Pure: no clock, no disk, no network."""
