"""What anyone may read: the register, a partnership's strategies, one strategy at a lasting address, and each earlier version."""

import io
from typing import IO, Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed

from partnerships.models import Partnership
from strategies import queries_public as queries
from strategies.export.word import word_of
from strategies.kept import kept_sections
from strategies.public_reading import PublicVersion
from strategies.reading import readable
from strategies.views.public_answer import KEPT_BUT_ASKED, for_anyone, noindex
from svduty.files.response import response_for

FEED_SHOWS = 50
REMEMBERED = 24 * 3600


@for_anyone
def published(request: HttpRequest) -> HttpResponse:
    """Which partnerships have published a strategy here, and which is the newest of each."""
    return render(request, "strategies/public/register.html", {"places": _by_place(queries.public_versions())})


@for_anyone
def published_by(request: HttpRequest, place: str) -> HttpResponse:
    """A partnership's strategies: the newest, and those before it."""
    found = queries.public_versions(place)
    if not found:
        raise Http404("Nothing is published here.")
    [(partnership, strategies)] = _by_place(found)
    context = {"partnership": partnership, "strategies": strategies, "banner": _banner(partnership), "breadcrumb": _trail()}
    return noindex(render(request, "strategies/public/place.html", context), partnership)


@for_anyone
def published_strategy(request: HttpRequest, place: str, strategy_pk: int) -> HttpResponse:
    """The lasting address of a strategy: always its newest public version."""
    versions = queries.public_versions_of_strategy(place, strategy_pk)
    if not versions:
        raise Http404("Nothing is published here.")
    return _page(request, versions[0], versions)


@for_anyone
def published_version(request: HttpRequest, place: str, strategy_pk: int, number: int) -> HttpResponse:
    """One version, for ever at this address while its page stands."""
    versions = queries.public_versions_of_strategy(place, strategy_pk)
    return _page(request, _numbered(versions, number), versions, by_number=True)


@for_anyone
def published_document(request: HttpRequest, place: str, strategy_pk: int, number: int) -> HttpResponseBase:
    """The document that a version is, to be saved, under a name of ours."""
    found = _numbered(queries.public_versions_of_strategy(place, strategy_pk), number)
    document = found.version.document
    if not found.is_document or document is None:
        raise Http404("This version is no document.")
    try:
        content = document.content.open("rb")
    except FileNotFoundError:
        raise Http404("The bytes of this file are missing.") from None
    return response_for(content, found.file_name(), size=document.size)


@for_anyone
def published_pdf(request: HttpRequest, place: str, strategy_pk: int, number: int) -> HttpResponseBase:
    """The PDF as it was made for everybody, with its hash, so that whoever has it already is told so (304)."""
    found = _numbered(queries.public_versions_of_strategy(place, strategy_pk), number)
    stored = found.pdf
    if stored is None:
        raise Http404("There is no PDF of this version.")
    if same := _same(request, stored.sha256):
        return same
    try:
        content = stored.content.open("rb")
    except FileNotFoundError:
        raise Http404("The bytes of this file are missing.") from None
    return _bytes(content, found.file_name("pdf"), stored.size, stored.sha256)


@for_anyone
def published_word(request: HttpRequest, place: str, strategy_pk: int, number: int) -> HttpResponseBase:
    """The text as a Word document. The same text gives the same bytes, so they are made once and remembered."""
    found = _numbered(queries.public_versions_of_strategy(place, strategy_pk), number)
    writing = found.writing
    if writing is None:
        raise Http404("This version is a document or a link.")
    if same := _same(request, writing.made_from):
        return same
    key = f"public-word-{writing.made_from}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = word_of(writing)
        cache.set(key, content, REMEMBERED)
    return _bytes(io.BytesIO(content), found.file_name("docx"), len(content), writing.made_from)


@for_anyone
def published_feed(request: HttpRequest) -> HttpResponse:
    """The versions published last, for programs that follow them (Atom)."""
    here = settings.SITE_URL
    feed = Atom1Feed(
        "Published strategies under the Serious Violence Duty", here + reverse("published"), None, feed_url=here + reverse("published_feed")
    )
    newest = sorted(queries.public_versions(), key=lambda found: found.published_on.latest, reverse=True)
    for found in newest[:FEED_SHOWS]:
        version, place = found.version, found.version.strategy.partnership
        link = here + reverse("published_version", args=[place.slug, version.strategy_id, version.number])
        day: Any = found.published_on.earliest  # a day will do, though the library's types ask for a moment
        words = f"{place}. Published on {found.published_on}."
        feed.add_item(str(version), link, words, unique_id=link, pubdate=day, updateddate=day)
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _same(request: HttpRequest, sha256: str) -> HttpResponseBase | None:
    """304 for whoever names the hash of what they hold; else None."""
    return get_conditional_response(request, etag=f'"{sha256}"')


def _bytes(content: IO[bytes], name: str, size: int, sha256: str) -> HttpResponseBase:
    response = response_for(content, name, size=size)
    response.headers["ETag"] = f'"{sha256}"'
    response.headers["Cache-Control"] = KEPT_BUT_ASKED
    return response


def _numbered(versions: list[PublicVersion], number: int) -> PublicVersion:
    found = next((one for one in versions if one.version.number == number), None)
    if found is None:
        raise Http404("No such version is published here.")
    return found


def _page(request: HttpRequest, shown: PublicVersion, versions: list[PublicVersion], *, by_number: bool = False) -> HttpResponse:
    strategy = shown.version.strategy
    partnership = strategy.partnership
    context = {
        "shown": shown,
        "version": shown.version,
        "strategy": strategy,
        "areas": sorted(area.name for area in strategy.areas.all()),
        "partnership": partnership,
        "sections": readable(((section.heading, section.text) for section in kept_sections(shown.version)), level=2),
        "others": [one for one in versions if one is not shown],
        "newest": versions[0],
        "by_number": by_number,
        "contact": settings.DEFAULT_FROM_EMAIL,
        "banner": _banner(partnership),
        "breadcrumb": [*_trail(), (partnership.name, reverse("published_by", args=[partnership.slug]))],
    }
    answer = render(request, "strategies/public/strategy.html", context)
    return noindex(answer, partnership, always=shown is not versions[0])


def _by_place(found: list[PublicVersion]) -> list[tuple[Partnership, list[list[PublicVersion]]]]:
    """Each partnership with its strategies, the one published last first, and each of them with its versions, newest first."""
    places: dict[int, dict[int, list[PublicVersion]]] = {}
    for one in found:
        strategies = places.setdefault(one.version.strategy.partnership_id, {})
        strategies.setdefault(one.version.strategy_id, []).append(one)
    groups = [sorted(one.values(), key=lambda versions: versions[0].published_on.latest, reverse=True) for one in places.values()]
    return [(group[0][0].version.strategy.partnership, group) for group in groups]


def _trail() -> list[tuple[str, str]]:
    return [("Published strategies", reverse("published"))]


def _banner(partnership: Partnership) -> str:
    if partnership.invented:
        return "Invented for training: no real area, no real strategy."
    if partnership.from_papers:
        return "An example in our own words, made from public papers. It is not the partnership's own publication."
    return ""
