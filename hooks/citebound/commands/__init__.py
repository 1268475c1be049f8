"""What each command does, once its line has been read."""
