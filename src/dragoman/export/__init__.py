"""What a ledger holds, in the formats that other programs read; each says what it could not hold."""
