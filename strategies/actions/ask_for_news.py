"""Asking for news of many actions at once: one mail to each address, whoever presses the button how often."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_progress as queries
from strategies.chasing import Where, quiet_since, where_to_ask
from strategies.models import Action, ActionAsked, NewsAsked
from strategies.progress_mail import mail_asking


@dataclasses.dataclass
class AskedNow:
    """`mails`: how many were asked for; `already`: addresses that somebody else asked meanwhile; `nowhere`: actions with nobody to ask."""

    mails: int = 0
    actions: int = 0
    already: list[str] = dataclasses.field(default_factory=list)
    nowhere: list[Action] = dataclasses.field(default_factory=list)


@transaction.atomic
def ask_for_news(actions: Iterable[Action], *, seen: int, on: datetime.date, partnership: Partnership, actor: User) -> AskedNow:
    """Mail each address once, naming all its actions, with a personal link. Records who asked about what, not the addresses.

    `seen`: the newest asking that whoever ticked the actions knew of; an address asked since then is left in peace.
    """
    lock_row(partnership)
    contributors, now = queries.contributors_of(partnership), AskedNow()
    by_address: dict[str, tuple[Where, list[Action]]] = {}
    for action in actions:
        where = where_to_ask(action, contributors)
        if not where:
            now.nowhere.append(action)
        for one in where:
            by_address.setdefault(one.address, (one, []))[1].append(action)
    since_then = {asking.to for asking in queries.askings_in(partnership, quiet_since(on)) if asking.pk > seen}
    told: dict[int, Action] = {}
    for address, (where_to, about) in by_address.items():
        if address in since_then:
            now.already.append(address)
            continue
        _ask(where_to, about, on=on, partnership=partnership, actor=actor)
        told |= {action.pk: action for action in about}
        now.mails += 1
    now.actions = len(told)
    return now


def _ask(where: Where, about: list[Action], *, on: datetime.date, partnership: Partnership, actor: User) -> None:
    account = where.account or queries.account_with(where.address)
    address = "" if account else where.address
    asked = NewsAsked.objects.create(partnership=partnership, account=account, address=address, asked_on=on, asked_by=actor)
    ActionAsked.objects.bulk_create(ActionAsked(news_asked=asked, action=action, owner_id=action.owner_id) for action in about)
    mail_asking(asked)
    changes = {"Actions": ["", ", ".join(action.title for action in about)]}
    record("newsasked.added", actor=actor, partnership=partnership, target=asked, changes=changes)
