"""What is built beside docs/ into the guide: its gallery, its reference of the API, and what MkDocs is told of both."""
