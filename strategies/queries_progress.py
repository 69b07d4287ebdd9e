"""Named reads of news of actions, and of who was asked for it."""

import datetime
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from partnerships.models import MailedLink, Organisation, Partnership, RoleGrant, User
from partnerships.models.person import Role
from strategies import queries_delivery
from strategies.action_lines import each_once
from strategies.action_lines import lines_of as action_lines
from strategies.models import Action, ActionAsked, NewsAsked, ProgressUpdate
from strategies.queries_in_time import over_on

STANDING = {"withdrawn_on__isnull": True}


def updates_in(partnership: Partnership) -> QuerySet[ProgressUpdate]:
    """All news of the partnership's actions, withdrawn ones among them."""
    return ProgressUpdate.objects.filter(partnership=partnership).select_related("file", "said_by")


def updates_by(partnership: Partnership, user: User) -> QuerySet[ProgressUpdate]:
    """What one person has said."""
    return updates_in(partnership).filter(said_by=user)


def actions_to_log(partnership: Partnership, bodies: Iterable[int] | None) -> QuerySet[Action]:
    """Actions that count, of these bodies, or of any for None."""
    found = queries_delivery.standing_actions(partnership)
    return found if bodies is None else found.filter(owner__in=bodies)


def actions_to_ask(partnership: Partnership, bodies: Iterable[int] | None, on: datetime.date) -> list[Action]:
    """The open ones of the strategies in force and to come, each once though it goes on in the next, with their news and askings."""
    lines = action_lines(with_askings(queries_delivery.not_settled(actions_to_log(partnership, bodies), on)), on)
    return [line.action for line in each_once(lines, over_on(partnership, on)) if line.standing.open]


def with_askings(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The same with their news (`told`) and `askings`, newest first; two queries more, however many there are."""
    asked = NewsAsked.objects.select_related("account")
    return queries_delivery.with_news(actions).prefetch_related(Prefetch("asked", asked, to_attr="askings"))


def owners_in(partnership: Partnership) -> QuerySet[Organisation]:
    """The bodies that have an action."""
    owning = Action.objects.filter(partnership=partnership, **STANDING).values("owner")
    return Organisation.objects.filter(pk__in=owning).order_by("name")


def contributors_of(partnership: Partnership) -> dict[int, list[User]]:
    """Who has an account to speak for a body now, by the body's key."""
    grants = RoleGrant.objects.filter(partnership=partnership, role=Role.CONTRIBUTOR, ended_on__isnull=True, user__is_active=True)
    found: dict[int, list[User]] = {}
    for grant in grants.filter(body__isnull=False).select_related("user").order_by("user__name", "pk"):
        if grant.user not in found.setdefault(grant.body_id or 0, []):
            found[grant.body_id or 0].append(grant.user)
    return found


def askings_in(partnership: Partnership, since: datetime.date) -> QuerySet[NewsAsked]:
    """Whom we have asked on that day or later, newest first."""
    return NewsAsked.objects.filter(partnership=partnership, asked_on__gte=since).select_related("account", "asked_by")


def last_asking_key(partnership: Partnership) -> int:
    """The key of the newest asking, 0 before the first."""
    return NewsAsked.objects.filter(partnership=partnership).order_by("-pk").values_list("pk", flat=True).first() or 0


def asking_of(link: MailedLink) -> NewsAsked:
    """What a personal link was made for."""
    return NewsAsked.objects.select_related("partnership", "account", "asked_by").get(pk=link.thing_pk)


def account_with(address: str) -> User | None:
    """The account of that address, if it is somebody's."""
    return User.objects.filter(email=address.strip().lower(), is_active=True).first()


def lines_of(asking: NewsAsked) -> QuerySet[ActionAsked]:
    """The actions that a mail named, each with the news of it that stands (`told`)."""
    news = Prefetch("action__updates", ProgressUpdate.objects.filter(**STANDING), to_attr="told")
    return asking.lines.select_related("action__owner").prefetch_related(news)
