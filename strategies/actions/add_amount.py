from django.db import transaction

from partnerships.actions.add_once import find_twin, lock_row
from partnerships.actions.save_record import save_record
from partnerships.models import User
from strategies.models import FundingLine
from strategies.queries_money import lines_of
from svduty.editing.cautious import CautiousForm


@transaction.atomic
def add_amount(form: CautiousForm[FundingLine], *, known: bool, actor: User) -> FundingLine:
    """Save a valid form as a new amount of its stream.

    The same sent twice is kept once, unless it was `known` to the person that exactly this is recorded already: two payments may be alike.
    """
    stream = form.instance.stream
    lock_row(stream)
    twin = None if known else find_twin(form, lines_of(stream))
    return twin or save_record(form, actor=actor, partnership=stream.partnership, comment=form.comment)
