"""From an older schema to this one, step by step, in the transaction of the caller: all of it or nothing."""

from __future__ import annotations

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from dragoman.ledger.errors import NewerLedger
from dragoman.ledger.schema import HEAD


def upgrade(connection: Connection, found: str | None, name: str) -> None:
    """Run the steps from revision `found` (None for an empty database) to HEAD. name: the ledger, for messages."""
    config = Config()
    config.set_main_option("script_location", "dragoman.ledger:migrations")
    script = ScriptDirectory.from_config(config)
    if found is not None and found not in {one.revision for one in script.walk_revisions()}:
        raise NewerLedger(
            f"{name}: ledger of schema {found}, this version reads up to {HEAD}; install a newer dragoman"
        )

    def steps(_revision: object, _context: object) -> object:
        return script._upgrade_revs(HEAD, found)  # type: ignore[arg-type]

    with EnvironmentContext(config, script, fn=steps, destination_rev=HEAD) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
