"""Footnotes on a page from a word processor: found by their links, whichever program wrote them."""

from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from svduty.text.pasted_parts import PARTS_OF_TEXT


def take_out_notes(soup: BeautifulSoup, first_note: int) -> dict[int, Tag]:
    """A footnote is two links that lead to one another: the first calls it, the second stands in it."""
    links = [(link, _leads_to(link)) for link in soup.find_all("a")]
    names = {str(tag[key]).lstrip("_"): tag for tag in soup.find_all(True) for key in ("name", "id") if tag.get(key)}
    place = {id(tag): number for number, tag in enumerate(soup.find_all(True))}
    called: list[tuple[Tag, Tag]] = []
    back: dict[str, Tag] = {target: link for link, target in links if target}
    for link, target in links:
        note = names.get(target) if target else None
        own = [str(link[key]).lstrip("_") for key in ("name", "id") if link.get(key)]
        answer = next((back[name] for name in own if name in back), None)
        if note is None or answer is None or answer is link or place[id(answer)] < place[id(link)]:
            continue
        if answer is note or _stands_in(answer, note):
            called.append((link, answer))
    notes: dict[int, Tag] = {}
    for number, (link, answer) in enumerate(called, start=first_note):
        body = _block_of(answer)
        if _stands_in(link, body) or body.parent is None:
            continue
        holder = link.parent if link.parent and link.parent.name == "sup" and len(link.parent.contents) == 1 else link
        holder.replace_with(soup.new_tag("note", attrs={"data-note": str(number)}))
        answer.decompose()
        body.name = "div"
        notes[number] = body.extract()
    return notes


def _stands_in(tag: Tag, above: Tag) -> bool:
    return any(parent is above for parent in tag.parents)


def _leads_to(link: Tag) -> str:
    try:
        address = urlsplit(str(link.get("href") or ""))
    except ValueError:
        return ""
    return address.fragment.lstrip("_") if address.scheme in ("", "file") else ""


def _block_of(tag: Tag) -> Tag:
    """The footnote's own list item or division, else its paragraph."""
    block = next((above for above in tag.parents if above.name in PARTS_OF_TEXT), tag)
    above = block.parent
    if above is not None and above.name in ("li", "div") and above.get("id"):
        return above
    return block
