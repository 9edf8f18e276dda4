"""Document to reading: trees, mentions, periods, quantities, quotations, predications. Pure."""
