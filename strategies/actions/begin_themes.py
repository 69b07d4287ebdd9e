"""The themes of a known funder as a beginning."""

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_regional as queries
from strategies.models import PlanTheme
from strategies.regional_themes import LONDON


@transaction.atomic
def begin_with_london(*, actor: User | None, partnership: Partnership) -> int:
    """Add the eight themes of London's plan, in its order; how many. None (0) where there are themes already."""
    lock_row(partnership)
    if queries.themes_of(partnership).exists():
        return 0
    for position, title in enumerate(LONDON, start=1):
        theme = PlanTheme.objects.create(partnership=partnership, position=position, title=title)
        record("plantheme.added", actor=actor, partnership=partnership, target=theme, changes=differences({}, in_words(theme)))
    return len(LONDON)
