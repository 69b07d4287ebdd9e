from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import PublicPage, Version
from strategies.public_reading import why_closed
from strategies.queries_public import public_page_of
from svduty import clock


class NotForThePublic(Exception):
    """Nobody could read the page: the message says why."""


@transaction.atomic
def open_public_page(version: Version, *, actor: User, partnership: Partnership) -> PublicPage:
    """Let anyone read a version that was published. The page that is open already is given back; nothing is recorded twice.

    Raises NotForThePublic of a version that was not published, that is barred, or whose strategy was withdrawn.
    """
    # Looked at anew: what was fetched before may know nothing of what has just been recorded.
    current = Version.objects.select_for_update(of=("self",)).select_related("strategy").get(pk=version.pk)
    if why := why_closed(current):
        raise NotForThePublic(why)
    if standing := public_page_of(current):
        return standing
    page = PublicPage.objects.create(strategy_version=version, opened_at=clock.now(), opened_by=actor)
    record("publicpage.added", actor=actor, partnership=partnership, target=page)
    return page
