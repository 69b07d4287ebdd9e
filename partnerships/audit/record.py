"""Writing the audit."""

from typing import Any

from django.db import models, transaction

from partnerships.audit.chain import check_chain, digest
from partnerships.audit.events import ALTER_NOTHING, EVENTS
from partnerships.models import ActorLabel, AuditChain, AuditEntry, Partnership, User
from svduty import clock


@transaction.atomic
def record(
    event: str,
    *,
    actor: User | None,
    partnership: Partnership | None,
    target: models.Model | None = None,
    changes: dict[str, Any] | None = None,
    comment: str = "",
) -> AuditEntry:
    """Append one entry to the partnership's chain (or, without one, the installation's). Call it inside the action's transaction.

    `changes` maps a field's label to [old, new] in words. Raises KeyError for an event nobody registered.
    """
    EVENTS[event]
    scope = AuditChain.scope_of(partnership)
    AuditChain.objects.get_or_create(scope=scope)
    chain = AuditChain.objects.select_for_update().get(scope=scope)
    entry = AuditEntry(
        scope=scope,
        number=chain.number + 1,
        partnership=partnership,
        at=clock.now(),
        event=event,
        actor_id=actor.pk if actor else None,
        target_kind=str(target._meta.model_name) if target else "",
        target_pk=target.pk if target else None,
        # What names a person must be erasable, so it stays outside the chain.
        target_label=str(getattr(target, "audit_label", target))[:300] if target else "",
        changes=changes or {},
        comment=comment,
        previous_hash=chain.hash,
    )
    entry.hash = digest(entry)
    entry.save()
    chain.number, chain.hash = entry.number, entry.hash
    if event not in ALTER_NOTHING:
        chain.records_head = entry.hash
    chain.save()
    if actor:
        ActorLabel.objects.update_or_create(actor_id=actor.pk, defaults={"label": str(actor)})
    return entry


def first_broken_entry(partnership: Partnership | None) -> int | None:
    """The number of the first entry that does not fit its chain, or None when the chain is whole to its head."""
    broken = check_chain(AuditChain.scope_of(partnership)).broken
    return broken.number if broken else None
