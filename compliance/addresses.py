"""From what a finding names to an address this person may open."""

import functools
from urllib.parse import urlencode

from django.urls import NoReverseMatch, resolve, reverse

from compliance.finding import Finding, NextStep, RecordRef
from partnerships.access.guards import permission_of
from partnerships.access.own_body import acts_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission

# Where a record is looked at, or else where it is put right.
RECORD_ROUTES = {
    "version": "version",
    "localdefinition": "localdefinition",
    "dutyholder": "dutyholder_change",
    "leadagreement": "leadagreement_change",
    "publication": "publication_change",
    "submission": "submission_change",
    "sensitivitycheck": "sensitivitycheck_change",
    "approval": "approval_change",
    "approvalround": "round",
    "needsassessment": "needsassessment",
    "consultation": "consultation",
    "numberinarea": "numberinarea_change",
    "contentscheck": "contentscheck",
    "equalityassessment": "equalityassessment_change",
    "annualreview": "annualreview",
    "reviewarrangement": "reviewarrangement_change",
    "board": "board",
    "governancereview": "governancereview_change",
    "meeting": "meeting",
    "decision": "decision_change",
    "sharingagreement": "sharingagreement",
    "policingbodyrequest": "policingbodyrequest",
    "collaborationrequest": "collaborationrequest",
    "scrutinymeeting": "scrutinymeeting_change",
    "scrutinyreport": "scrutinyreport",
    "scrutinyrequest": "scrutinyrequest_change",
    "policingbodycontact": "policingbodycontact",
    "partnershipplan": "partnershipplan_change",
    "assurancestatement": "assurancestatement",
    "readinessassessment": "readinessassessment_change",
    "homicidereview": "homicidereview",
    "action": "action",
    "measure": "measure",
    "risk": "risk_change",
    "trainingrecord": "trainingrecord_change",
    "fundingstream": "fundingstream",
    "grantreturn": "grantreturn_change",
    "regionalplansending": "regionalplansending_change",
}


def open_to(request: PartnershipRequest, route: str, **kwargs: int | str) -> str:
    """The address of a page of this partnership, or nothing where the person may not open it."""
    try:
        url = reverse(route, kwargs={"slug": request.partnership.slug, **kwargs})
    except NoReverseMatch:
        return ""
    return url if _permission_at(route, tuple(kwargs)) in request.permissions else ""


def step_address(request: PartnershipRequest, step: NextStep | None) -> str:
    """Where to take the next step, or nothing where the person may not: what is one body's own, only its people and coordinators may."""
    url = open_to(request, step.route, **dict(step.kwargs)) if step else ""
    if not url or step is None:
        return ""
    own = _permission_at(step.route, tuple(dict(step.kwargs))) == Permission.UPDATE_OWN
    if own and not acts_for(request, step.for_body or 0):
        return ""
    return f"{url}?{urlencode(step.query)}" if step.query else url


@functools.cache
def _permission_at(route: str, names: tuple[str, ...]) -> Permission | None:
    """What the page behind a route takes. Found once for each, since to resolve an address is to try hundreds of patterns."""
    return permission_of(resolve(reverse(route, kwargs=dict.fromkeys(("slug", *names), 1))).func)


def rests_on(request: PartnershipRequest, finding: Finding) -> list[tuple[RecordRef, str, str]]:
    """The records a finding rests on, each once, with the address and its verb where the person may open it."""
    found = []
    for record in dict.fromkeys(finding.rests_on):
        route = RECORD_ROUTES.get(record.kind, "")
        url = open_to(request, route, pk=record.pk) if route else ""
        found.append((record, url, "Change" if route.endswith("_change") else "Open"))
    return found
