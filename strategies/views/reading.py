"""A version to be read: its text or what changed in it, with comments beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from strategies import queries_comments
from strategies.actions.mark_read import mark_read
from strategies.comments_shown import Margin, margins, shown_comments
from strategies.comparison import REMOVED, Comparison, compare_sections
from strategies.drafted import drafted_sections
from strategies.kept import KeptSection, kept_sections
from strategies.models import Version
from strategies.reading import readable
from strategies.reading_time import WORDS_A_MINUTE, minutes
from strategies.views.pages import trail_to_version, version_or_404
from strategies.views.reading_deciding import deciding
from svduty import clock
from svduty.text.words import count_words

NOBODY: Margin = Margin([])


@needs(Permission.READ)
def version_read(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """`?since=1` shows what changed since version 1."""
    version = version_or_404(request, pk)
    sections = kept_sections(version)
    typed = list(queries_comments.versions_to_compare(version.strategy))
    earlier = [other for other in typed if other.number < version.number] if sections else []
    read_before = queries_comments.last_read_before(version, request.user) if earlier else None
    since = _since(request, earlier)
    base = since or read_before or (earlier[0] if earlier else None)
    compared = compare_sections(kept_sections(base), sections) if base else None
    comments = list(queries_comments.comments_on(version))
    for comment in comments:
        comment.strategy_version = version
    beside = margins(shown_comments(comments, typed, drafted_sections(version.strategy)))
    context = {
        "version": version,
        "strategy": version.strategy,
        "lines": changed_lines(compared, beside) if since and compared else whole_lines(sections, beside),
        "whole": beside.get("", NOBODY),
        "margin": Margin([one for margin in beside.values() for one in margin.shown]),
        "unchanged": [(section, beside.get(section.key, NOBODY)) for section in compared.unchanged] if since and compared else [],
        "since": since,
        "earlier": earlier,
        "compared": compared,
        "tabs": _tabs(request, version, base, since, read_before),
        "time": _time(sections, compared),
        "words_a_minute": WORDS_A_MINUTE,
        "reading": queries_comments.reading_of(version, request.user),
        "breadcrumb": trail_to_version(request, version),
        **deciding(request, version),
    }
    return render(request, "strategies/read.html", context)


@needs(Permission.READ)
@require_POST
def version_read_done(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Note that the person has read to the end. A script sends the same, with its header, when the end has been in sight."""
    version = version_or_404(request, pk)
    mark_read(version, actor=request.user, partnership=request.partnership, at=clock.now())
    if request.headers.get("X-Read"):
        return HttpResponse(status=204)
    messages.success(request, f"Noted that you have read version {version.number}. The next version will show you what changed since.")
    return redirect(address(request, "version_read", pk) + "#end")


def whole_lines(sections: list[KeptSection], beside: dict[str, Margin]) -> list[dict[str, Any]]:
    """Every section with its text and the comments on it."""
    texts = readable(((section.heading, section.text) for section in sections), level=2)
    return [
        {"key": section.key, "heading": text.heading, "anchor": text.anchor, "html": text.html, "margin": beside.get(section.key, NOBODY)}
        for section, text in zip(sections, texts, strict=True)
    ]


def changed_lines(compared: Comparison, beside: dict[str, Margin]) -> list[dict[str, Any]]:
    """Every section in which anything changed, with what it was; one that is gone takes no comments."""
    return [
        {
            "key": "" if section.state == REMOVED else section.key,
            "heading": section.heading,
            "anchor": section.anchor,
            "section": section,
            "margin": NOBODY if section.state == REMOVED else beside.get(section.key, NOBODY),
        }
        for section in compared.differing
    ]


def _since(request: PartnershipRequest, earlier: list[Version]) -> Version | None:
    """The earlier version that the page is asked to compare with."""
    asked = request.GET.get("since", "")
    return next((other for other in earlier if str(other.number) == asked), None)


def _tabs(
    request: PartnershipRequest, version: Version, base: Version | None, since: Version | None, read_before: Version | None
) -> list[dict[str, Any]]:
    if base is None:
        return []
    here = address(request, "version_read", version.pk)
    you_read = "you read " if read_before and read_before.pk == base.pk else ""
    return [
        {"text": "Everything", "url": here, "current": since is None},
        {"text": f"What changed since {you_read}version {base.number}", "url": f"{here}?since={base.number}", "current": since is not None},
    ]


def _time(sections: list[KeptSection], compared: Comparison | None) -> dict[str, Any] | None:
    """How long it takes to read everything, and only what changed; nothing for what is no text."""
    words = sum(count_words(section.text) for section in sections)
    if not words:
        return None
    changed = minutes(compared.length) if compared and compared.length else None
    return {"words": words, "all": minutes(words), "changed": changed if changed and changed < minutes(words) else None}
