"""Parquet: one table with typed columns; lists stay lists, and each column carries its meaning."""

from __future__ import annotations

import io
from typing import Any

from dragoman.export.comma import flat_losses
from dragoman.export.holding import Holding
from dragoman.export.rendered import SCHEMA, MissingLibrary, Rendered, Style
from dragoman.export.table import table_of


def render_parquet(holding: Holding, style: Style) -> Rendered:
    """One table of the holding. Raises MissingLibrary without pyarrow."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingLibrary('--format parquet needs pyarrow: pip install "dragoman[parquet]"') from error
    kinds: dict[str, Any] = {
        "text": arrow.string(), "list": arrow.list_(arrow.string()), "integer": arrow.int64(), "number": arrow.float64(),
        "boolean": arrow.bool_(),
    }  # fmt: skip
    table = table_of(holding, style.table)
    fields = [arrow.field(one.name, kinds[one.kind], metadata={"meaning": one.meaning}) for one in table.columns]
    about = {"dragoman": style.version, "dragoman_schema": str(SCHEMA), "dragoman_table": table.name}
    columns = [arrow.array([_cell(row[one.name]) for row in table.rows], type=kinds[one.kind]) for one in table.columns]
    out = io.BytesIO()
    parquet.write_table(
        arrow.Table.from_arrays(columns, schema=arrow.schema(fields, metadata=about)), out, compression="zstd"
    )
    not_held = (f"the other tables: this file holds {table.name}; --table names another", *flat_losses())
    return Rendered(out.getvalue(), {table.name: len(table.rows)}, not_held)


def _cell(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
