class PdfFailed(Exception):
    """No document was made. The message is a sentence for the person who asked for it."""
