"""Writing: what the commands write into the project and where a site goes, whole or not at all."""
