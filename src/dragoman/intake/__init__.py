"""From files, folders and corpora to documents. A bad input becomes a row that says why; a bug stops the run."""
