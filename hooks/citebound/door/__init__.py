"""The one door: MkDocs' events in, calls below. Nothing else imports mkdocs."""
