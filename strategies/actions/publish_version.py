"""Recording in one go that a version went out: every website, every other form, and our own public page."""

import dataclasses
import datetime
from collections.abc import Sequence

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from partnerships.queries import history_of_record
from partnerships.queries_history import labels_of
from strategies.actions.open_public_page import open_public_page
from strategies.models import Publication, Version
from svduty import clock


class AlreadyPublished(Exception):
    """Somebody published the version first. `by` is empty where they were erased."""

    def __init__(self, by: str, at: datetime.datetime | None) -> None:
        super().__init__("The version is published already.")
        self.by, self.at = by, at


@dataclasses.dataclass(frozen=True)
class GoingOut:
    """What is recorded: unsaved `publications`, what was `missing` in sentences, the one `reason` for going out without it, and how the
    conditions of its approval were met."""

    publications: Sequence[Publication]
    missing: Sequence[str] = ()
    reason: str = ""
    conditions_met: str = ""
    open_page: bool = False


@transaction.atomic
def publish_version(version: Version, going: GoingOut, *, actor: User, partnership: Partnership) -> list[Publication]:
    """Record all of it or nothing. Of two people at once the second gets AlreadyPublished, and nothing is recorded twice.

    Raises NotForThePublic, having recorded nothing, when the public page may not be opened.
    """
    lock_row(version)
    if standing := version.publications.filter(withdrawn_on__isnull=True).first():
        raise _already(standing, partnership)
    reason = going.reason if going.missing else ""
    comment = f"{reason} Missing: {' '.join(going.missing)}".strip() if going.missing else ""
    met = f"How the conditions were met: {going.conditions_met}" if going.conditions_met else ""
    for publication in going.publications:
        publication.strategy_version, publication.reason, publication.note = version, reason, met
        publication.save()
        changes = differences({}, in_words(publication))
        record("publication.added", actor=actor, partnership=partnership, target=publication, changes=changes)
    where = {str(place): ["", str(one)] for place, one in enumerate(going.publications, start=1)}
    record("version.published", actor=actor, partnership=partnership, target=version, changes=where, comment=f"{comment} {met}".strip())
    if going.open_page:
        open_public_page(version, actor=actor, partnership=partnership)
    return list(going.publications)


def _already(standing: Publication, partnership: Partnership) -> AlreadyPublished:
    entry = history_of_record(partnership, "publication", standing.pk).last()
    by = labels_of([entry.actor_id]).get(entry.actor_id or 0, "") if entry else ""
    return AlreadyPublished(by, clock.local(entry.at) if entry else None)
