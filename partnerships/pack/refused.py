class PackRefused(Exception):
    """No pack was made. The message is a sentence for the person who asked for it: what is in the way, and what to do."""
