"""The page of the browser as the backend hands it out: where its files are, and its modules linked into one."""
