"""The way from each older schema to the next, run by alembic."""
