"""The ends that setting a document in type may come to, each with its sentence for the person who asked for it."""


class PdfFailed(Exception):
    """No document was made. The message is a sentence for the person who asked for it."""


class PdfRefused(PdfFailed):
    """The document names something outside itself."""


class PdfLimit(PdfFailed):
    """The document needs more than one document may have. The same one will need as much again."""


class PdfTookTooLong(PdfLimit):
    def __init__(self) -> None:
        super().__init__(
            "The report was not made, because setting it in type took too long. Nothing you recorded is lost. Make it as at an "
            "earlier day, when there were fewer records, or ask the person who looks after this service to raise PDF_SECONDS."
        )


class PdfNeedsTooMuchMemory(PdfLimit):
    def __init__(self) -> None:
        super().__init__(
            "The report is too large to be set in type with the memory it may use. Nothing you recorded is lost. Shorten the "
            "longest texts, or ask the person who looks after this service to raise PDF_MEMORY_MB."
        )


class PdfTooLarge(PdfLimit):
    def __init__(self) -> None:
        super().__init__(
            "The report was not kept, because its file is larger than a report may be. Nothing you recorded is lost. Shorten the "
            "longest texts, or ask the person who looks after this service to raise PDF_SIZE_MB."
        )


class PdfStopped(PdfFailed):
    """The program that sets documents in type ended by itself or was ended by the machine."""

    def __init__(self) -> None:
        super().__init__(
            "The report was not made, because the program that sets it in type stopped before it had finished. Nothing you recorded "
            "is lost. Try again, and if it stops again tell the person who looks after this service."
        )


class PaperLocked(PdfFailed):
    """A PDF of somebody else's is protected."""

    def __init__(self) -> None:
        super().__init__("It is locked with a password or protected against changes. Save a copy without that, and add the copy.")


class PaperUnreadable(PdfFailed):
    """A file of somebody else's cannot be read as what it says it is."""

    def __init__(self) -> None:
        super().__init__("It is damaged. Open it, save it again or print it to a new PDF, and add that.")
