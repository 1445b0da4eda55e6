"""The workbench of an open vote: counts that are no entry and no state, gone when the vote is revealed."""
