"""Long texts cut into pages that a browser shows at once. Pure."""

A_PAGE = 40_000  # characters


def pages_of(text: str, length: int = A_PAGE) -> list[str]:
    """The text in pages of about `length` characters, cut between paragraphs, or where there are none between lines; never lost."""
    pages: list[str] = []
    rest = text
    while len(rest) > length * 5 // 4:
        cut = rest.rfind("\n\n", length // 2, length)
        cut = cut if cut > 0 else rest.rfind("\n", length // 2, length)
        cut = cut if cut > 0 else rest.rfind(" ", length // 2, length)
        cut = cut if cut > 0 else length
        pages.append(rest[:cut])
        rest = rest[cut:].lstrip("\n")
    return [*pages, rest] if rest.strip() else pages
