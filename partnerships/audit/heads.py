"""What a thing worked out from records may be remembered under: the heads of the histories, since every save writes into one.

A sign-in writes there too and alters no record: it leaves `records_head` as it is.
"""

from collections.abc import Iterable

from partnerships.models import AuditChain, Partnership
from partnerships.models.audit import INSTALLATION


def memory_keys(partnerships: Iterable[Partnership]) -> dict[int, str]:
    """For each partnership's number, words that stay the same until a record of it, or one of the whole installation, is saved."""
    scopes = {partnership.pk: AuditChain.scope_of(partnership) for partnership in partnerships}
    heads = dict(AuditChain.objects.filter(scope__in=[*scopes.values(), INSTALLATION]).values_list("scope", "records_head"))
    return {pk: f"{pk}-{heads.get(scope)}-{heads.get(INSTALLATION)}" for pk, scope in scopes.items()}
