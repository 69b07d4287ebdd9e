from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import StaleRecord, save_record
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from partnerships.views.two_writers import put_choice, still_choosing
from strategies import queries
from strategies.actions.add_section import add_section
from strategies.actions.move_section import DOWN, UP, move_section
from strategies.actions.remove_section import remove_section
from strategies.forms.section import HeadingForm, SectionForm
from strategies.models import Section
from strategies.placed import findings_of, html_with_findings
from strategies.queries_comments import open_comments_on_section
from strategies.queries_rounds import asked_to_change
from strategies.views.pages import strategy_or_404, trail_to_strategy
from strategies.views.sections_live import BY_ITSELF, saved_by_itself

WHY = "The working draft can be changed at any time. Do not name victims, suspects or patients."


@needs(Permission.EDIT)
def section_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, strategy_pk)
    return record_page(
        request,
        HeadingForm(request.POST or None, instance=Section(strategy=strategy)),
        title="Add a section",
        why="Give it a heading; its text is written on the next page.",
        save=lambda valid: add_section(valid, strategy=strategy, actor=request.user, partnership=request.partnership),
        done="Added the section. Its text is still to be written.",
        then=lambda section: address(request, "section_change", section.pk),
        back=address(request, "strategy", strategy.pk) + "#draft",
        button="Add section",
        cancel="Back to the draft",
        breadcrumb=trail_to_strategy(request, strategy),
    )


@needs(Permission.EDIT)
def section_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    section = get_object_or_404(queries.sections_in(request.partnership), pk=pk)
    form = SectionForm(request.POST or None, instance=section)
    if request.method == "POST" and BY_ITSELF in request.headers:
        return saved_by_itself(request, form)
    return _section_page(request, form)


@needs(Permission.EDIT)
@require_POST
def section_move(request: PartnershipRequest, slug: str, pk: int, direction: str) -> HttpResponse:
    if direction not in (UP, DOWN):
        raise Http404("A section moves up or down.")
    section = get_object_or_404(queries.sections_in(request.partnership), pk=pk)
    if move_section(section, direction, actor=request.user, partnership=request.partnership):
        messages.success(request, f"Moved “{section.heading}” {direction}.")
    return redirect(address(request, "strategy", section.strategy_id) + "#draft")


@needs(Permission.EDIT)
def section_remove(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Show the text once more and ask; on POST take it out of the draft."""
    section = get_object_or_404(queries.sections_in(request.partnership), pk=pk)
    back = address(request, "strategy", section.strategy_id) + "#draft"
    context = {"back": back, "breadcrumb": trail_to_strategy(request, section.strategy)}
    findings = findings_of(section.strategy)
    if request.method != "POST":
        shown = {"section": section, "text": html_with_findings(section.text, findings)}
        return render(request, "strategies/section_remove.html", {**context, **shown})
    seen = request.POST.get("seen_version", "")
    try:
        remove_section(section, seen_version=int(seen) if seen.isdecimal() else 0, actor=request.user, partnership=request.partnership)
    except StaleRecord as stale:
        text = html_with_findings(stale.current.text, findings)  # type: ignore[attr-defined]  # it is the section
        now = {"section": stale.current, "text": text, "changed": True}
        return render(request, "strategies/section_remove.html", {**context, **now}, status=409)
    messages.success(request, f"Removed “{section.heading}” from the draft. Its text stays in the history.")
    return redirect(back)


def _section_page(request: PartnershipRequest, form: SectionForm) -> HttpResponse:
    """The form of a section; "Preview" shows the text as readers will see it and saves nothing."""
    strategy = form.instance.strategy
    findings = findings_of(strategy)
    page: dict[str, Any] = {
        "title": "Change a section",
        "strategy": strategy,
        "findings": findings,
        "comments": open_comments_on_section(form.instance),
        "asked": asked_to_change(strategy),
        # What two people wrote is put together by hand.
        "saves_by_itself": not still_choosing(form, request),
        "why": WHY,
        "back": address(request, "strategy", strategy.pk) + "#draft",
        "button": "Save section",
        "cancel": "Back to the draft",
        "breadcrumb": trail_to_strategy(request, strategy),
    }
    template = "strategies/section_form.html"
    if request.method == "POST" and "preview" in request.POST:
        html = html_with_findings(form["text"].value() or "", findings, heading_from=3)
        typed = {"heading": form["heading"].value() or "", "html": html}
        form.error_summary_drawn = True  # type: ignore[attr-defined]  # a look is not a try to save
        if still_choosing(form, request):
            put_choice(form, request, request.partnership)
        both = {"conflict": form.conflict, "opened_version": form.opened_version}
        return render(request, template, {**page, **both, "form": form, "preview": typed})
    return record_page(
        request,
        form,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership),
        done="Saved the section.",
        template=template,
        **page,
    )
