"""The shapes of every input and result, for type checkers; nothing here is needed to run."""
