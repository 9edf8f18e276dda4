"""The quality gate: the product scored on development gold against pinned floors, item by item."""
