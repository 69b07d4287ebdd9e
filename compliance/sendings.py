"""Which sendings count, said of one sending; and the sendings of a version, for its page on the floor below."""

import datetime
from typing import Any

from compliance import queries
from compliance.addresses import open_to
from compliance.facts import PartnershipFacts
from compliance.models.submission import Recipient
from compliance.requirements.sending import RECIPIENTS, counts, why_it_does_not_count
from compliance.requirements.versions import judged_versions
from partnerships.access.requests import PartnershipRequest
from strategies.models import Version


def why_not_counting(facts: PartnershipFacts, version_pk: int, submission_pk: int, on: datetime.date) -> str:
    """Why the sending meets no duty as at `on`, in a sentence; nothing when it may."""
    judged = next((judged for judged in judged_versions(facts, on) if judged.version.pk == version_pk), None)
    if judged is None:
        return ""
    submission = next((found for found in judged.version.submissions if found.pk == submission_pk), None)
    if submission is None:
        return ""
    if not judged.published:
        return "This version is not recorded as published, and a sending counts only from the day of publication."
    recipient = submission.recipient if submission.recipient in RECIPIENTS else "home-office"
    return "" if counts(facts, judged, submission, recipient) else why_it_does_not_count(judged, submission, recipient)


def sending_step(version: Version, request: PartnershipRequest) -> tuple[str, str] | None:
    """The last step of a version that is out: to record its sending, while none to the Home Office is on record."""
    sent = any(one.recipient == Recipient.SECRETARY_OF_STATE and not one.withdrawn_on for one in queries.sendings_of(version))
    url = "" if sent else open_to(request, "submission_add", version_pk=version.pk)
    return ("Record the sending", url) if url else None


def sendings_panel(version: Version, request: PartnershipRequest) -> tuple[str, str, dict[str, Any]]:
    """The panel "Sent" of a version's page."""
    rows = [
        {
            "sending": sending,
            "change": "" if sending.withdrawn_on else open_to(request, "submission_change", pk=sending.pk),
            "withdraw": "" if sending.withdrawn_on else open_to(request, "submission_withdraw", pk=sending.pk),
        }
        for sending in queries.sendings_of(version)
    ]
    add = "" if version.strategy.withdrawn_on else open_to(request, "submission_add", version_pk=version.pk)
    return "Sent to the Home Office and others", "compliance/sendings.html", {"rows": rows, "add": add}
