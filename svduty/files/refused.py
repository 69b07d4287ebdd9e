class FileRefused(Exception):
    """A file is not taken. The message is a sentence for the person who sent it."""
