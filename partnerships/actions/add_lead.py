from django.db import transaction

from partnerships.actions.add_organisation import add_organisation
from partnerships.actions.save_record import save_record
from partnerships.models import LeadAgreement, Organisation, Partnership, User
from partnerships.models.body import OrganisationKind
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_lead(form: RecordForm[LeadAgreement], body: Organisation | str, *, actor: User | None, partnership: Partnership) -> LeadAgreement:
    """Record that a body leads. A name instead of an organisation adds it to the partnership's own list."""
    if isinstance(body, str):
        body = add_organisation(body, OrganisationKind.OTHER, partnership=partnership, actor=actor)
    form.instance.organisation = body
    return save_record(form, actor=actor, partnership=partnership)
