"""What the engine may read: `data:` addresses and our own fonts. Imported only once the engine is."""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .resources import FONT_SCHEME, fonts


class Refused(FatalURLFetchingError):
    """The document named something outside itself."""


class OwnResourcesOnly(URLFetcher):
    """Reads `data:` and named fonts; raises `Refused` for every other address, before anything is opened.

    The engine swallows what is raised while it draws an SVG, so the first refusal is kept in `refusal` as well.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.refusal: Refused | None = None

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(f"{FONT_SCHEME}:"):
            content = fonts().get(url.removeprefix(f"{FONT_SCHEME}:"))
            if content is not None:
                return URLFetcherResponse(url, content, {"Content-Type": "font/woff2"})
        if not url.lower().startswith("data:"):
            refusal = Refused(
                f"The PDF was not made, because its text asks for something outside the document: {url[:200]}. "
                "Take that address out of the text, then try again."
            )
            self.refusal = self.refusal or refusal
            raise refusal
        return super().fetch(url, headers)
