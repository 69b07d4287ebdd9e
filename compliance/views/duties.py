from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from compliance import queries
from compliance.addresses import open_to, rests_on, step_address
from compliance.answers import findings_for
from compliance.duty_rows import families, rows_of
from compliance.finding import Finding, Status
from compliance.forms.duties_filter import DutiesFilter, fits
from compliance.position import position_of, urgency
from compliance.requirements import BY_CODE, NOT_LOOKED_AT
from compliance.todo import degree
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import AsAt, asked_day
from svduty.vague_dates import Truth


@needs(Permission.READ)
def duties(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every duty by family, narrowed by status, strength and who acts next."""
    as_at = asked_day(request, request.partnership)
    findings = findings_for(request.partnership, as_at.on)
    position = position_of(findings, as_at.on)
    form = DutiesFilter({**request.GET.dict(), "as_at": as_at.value}, findings=list(position.headlines.values()), auto_id="filter-%s")
    chosen = form.chosen()
    rows = rows_of(position, findings, request.partnership.name)
    applying = [row for row in rows if row.headline.status != Status.NOT_APPLICABLE]
    shown = [row for row in applying if fits(row.headline, chosen)]
    context = {
        "not_looked_at": NOT_LOOKED_AT,
        "as_at": as_at,
        "kept": list(chosen.items()),
        "form": form,
        "clear_url": reverse("duties", args=[slug]) + as_at.first if chosen else "",
        "families": families(shown),
        "shown": len(shown),
        "applying": len(applying),
        "not_applicable": [] if chosen else [row for row in rows if row.headline.status == Status.NOT_APPLICABLE],
    }
    return render(request, "compliance/duties.html", context)


@needs(Permission.READ)
def duty(request: PartnershipRequest, slug: str, code: str) -> HttpResponse:
    """One duty: its worst current answer, or the one of the `subject` asked for, with all it rests on."""
    requirement = BY_CODE.get(code)
    if requirement is None:
        raise Http404("There is no such duty.")
    as_at = asked_day(request, request.partnership)
    findings = [finding for finding in findings_for(request.partnership, as_at.on) if finding.code == code]
    chosen = _chosen(findings, request.GET.get("subject", ""))
    wording = queries.wording_on(code, as_at.on)
    context = {
        "as_at": as_at,
        "kept": [("subject", request.GET["subject"])] if "subject" in request.GET else [],
        "requirement": requirement,
        "plain": wording.plain if wording and wording.plain else requirement.plain,
        "paragraph": wording.paragraph if wording else "",
        "finding": chosen,
        "breadcrumb": [("Duties", reverse("duties", args=[slug]) + as_at.first)],
        "others": _answers(request, [f for f in findings if f.current and f != chosen], as_at),
        "history": _answers(request, [f for f in findings if not f.current and f != chosen], as_at),
        **_beside(request, code, as_at),
        **(_about(request, chosen, as_at) if chosen else {}),
    }
    return render(request, "compliance/duty.html", context)


def _chosen(findings: list[Finding], key: str) -> Finding | None:
    asked = next((finding for finding in findings if finding.key == key), None)
    current = [finding for finding in findings if finding.current]
    return asked or min(current or findings, key=urgency, default=None)


def _about(request: PartnershipRequest, finding: Finding, as_at: AsAt) -> dict[str, Any]:
    """What the page says of one answer."""
    return {
        "degree": degree(finding, as_at.on),
        "rests_on": rests_on(request, finding),
        "step_url": step_address(request, finding.next_step),
        "earliest_counts": finding.due is not None and finding.due.rule == "DL-03",
    }


def _answers(request: PartnershipRequest, findings: list[Finding], as_at: AsAt) -> list[dict[str, Any]]:
    """The other subjects of a duty, each with by how much and its own address."""
    here = reverse("duty", args=[request.partnership.slug, findings[0].code]) if findings else ""
    return [{"finding": f, "degree": degree(f, as_at.on), "url": here} for f in sorted(findings, key=urgency)]


def _beside(request: PartnershipRequest, code: str, as_at: AsAt) -> dict[str, Any]:
    """Evidence and responses dated by the day, and how much is dated later."""
    evidence = list(queries.evidence_for(request.partnership, code))
    responses = list(queries.responses_to(request.partnership, code))
    known = [item for item in evidence if item.dated.by(as_at.on) is not Truth.NO]
    return {
        "evidence": known,
        "later_evidence": len(evidence) - len(known),
        "responses": [response for response in responses if response.dated.by(as_at.on) is not Truth.NO],
        "evidence_add": open_to(request, "evidence_add", code=code),
        "response_add": open_to(request, "response_add", code=code),
    }
