"""What the engine may read: `data:` addresses and the fonts it was given. Imported only once the engine is."""

from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from svduty.pdf.manuscript import FONT_SCHEME


class Refused(FatalURLFetchingError):
    """The document named something outside itself; `address` is its beginning."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.address = url[:200]


class OwnResourcesOnly(URLFetcher):
    """Reads `data:` and named fonts; raises `Refused` for every other address, before anything is opened.

    The engine swallows what is raised while it draws an SVG, so the first refusal is kept in `refusal` as well.
    """

    def __init__(self, fonts: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.fonts = fonts
        self.refusal: Refused | None = None

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(f"{FONT_SCHEME}:"):
            content = self.fonts.get(url.removeprefix(f"{FONT_SCHEME}:"))
            if content is not None:
                return URLFetcherResponse(url, content, {"Content-Type": "font/woff2"})
        if not url.lower().startswith("data:"):
            refusal = Refused(url)
            self.refusal = self.refusal or refusal
            raise refusal
        return super().fetch(url, headers)
