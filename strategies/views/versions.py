from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.audit.remembered import remembered
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries, queries_contents, queries_rounds
from strategies.actions.freeze_version import freeze_version
from strategies.contents import lines_of_check, tally
from strategies.exported import exports_of
from strategies.forms.freeze_version import FREEZE_FORMS, FreezeForm
from strategies.models import Version
from strategies.models.version import Form
from strategies.panels import panels_of
from strategies.rounds.lines import short_lines
from strategies.standing import before_the_duty
from strategies.views.approval_cover import cover_of_version
from strategies.views.next_step import next_step
from strategies.views.pages import strategy_or_404, trail_to_strategy
from strategies.views.public_panel import public_panel
from svduty import clock

TABS = {Form.TYPED: "The working draft", Form.DOCUMENT: "A document", Form.LINK: "A link"}


@needs(Permission.READ)
def version(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """A version: what is kept, and what happened to it. Its text has a page of its own, where it is read."""
    found = get_object_or_404(queries.version_with_happenings(request.partnership), pk=pk)
    beside = remembered(request.partnership, f"beside-{found.pk}", lambda: _beside(request, found))
    rounds = queries_rounds.rounds_in_short(found)
    comments = {"all": found.comments_all, "open": found.comments_open}  # type: ignore[attr-defined]  # annotated
    context = {
        **beside,
        "version": found,
        "strategy": found.strategy,
        "before_the_duty": before_the_duty(found),
        "checks": [(check, tally(lines_of_check(check, beside["elements"]))) for check in found.contents_checks.all()],
        "next": next_step(request, found, rounds=rounds, open_comments=comments["open"], newest=beside["newest"]),
        "comment_counts": comments,
        "exports": exports_of(found.strategy, found),
        "public": public_panel(found),
        "rounds": short_lines(rounds),
        "panels": panels_of(found, request),
        "breadcrumb": trail_to_strategy(request, found.strategy),
    }
    return render(request, "strategies/version.html", context)


def _beside(request: PartnershipRequest, version: Version) -> dict[str, Any]:
    """What the page says of the strategy's other versions and of its draft: what is approved, and what it means for equality."""
    versions = queries_rounds.versions_in_short(version.strategy)
    typed_before = [other.number for other in versions if other.number < version.number and other.form == Form.TYPED]
    return {
        "newest": all(one.number <= version.number for one in versions),
        "compare_with": typed_before[0] if typed_before and version.form == Form.TYPED else None,
        "equality": list(queries_contents.equality_bearing_on(version)),
        "elements": list(queries_contents.contents_elements()),
        "covers": cover_of_version(request, version, versions),
    }


@needs(Permission.EDIT)
def version_freeze(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """Record the next version of a strategy. `?what=` document or link in place of the working draft."""
    strategy = strategy_or_404(request, strategy_pk)
    if strategy.withdrawn_on and request.method != "POST":
        raise Http404("The strategy was withdrawn.")
    sections = list(queries.sections_of(strategy))
    what = request.GET.get("what", Form.TYPED if sections else Form.DOCUMENT)
    if what not in FREEZE_FORMS:
        raise Http404("There is no such way to record a version.")
    posted = (request.POST, request.FILES) if request.method == "POST" or request.POST else ()
    form = FREEZE_FORMS[what](*posted, strategy=strategy)

    def save(valid: FreezeForm) -> Version:
        data = valid.cleaned_data
        return freeze_version(
            strategy,
            valid.content(),
            dated=data["dated"],
            note=data["note"],
            at=clock.now(),
            actor=request.user,
            partnership=request.partnership,
        )

    here = address(request, "version_freeze", strategy.pk)
    return record_page(
        request,
        form,
        title="Record a version",
        why="A version is kept for ever as it is on its date. What is approved, published and sent is always a version.",
        save=save,
        back=address(request, "strategy", strategy.pk),
        then=lambda saved: address(request, "version", saved.pk),
        done="Recorded the version.",
        button="Record this version",
        template="strategies/version_freeze.html",
        tabs=[{"text": text, "url": f"{here}?what={form}", "current": form == what} for form, text in TABS.items()],
        what=what,
        strategy=strategy,
        sections=sections,
        still_open=queries_rounds.open_rounds_of(strategy),
        breadcrumb=trail_to_strategy(request, strategy),
    )
