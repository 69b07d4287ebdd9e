"""The registry of events that the audit may hold. Upper floors add theirs in `AppConfig.ready()`."""

EVENTS: dict[str, str] = {}


def register_events(events: dict[str, str]) -> None:
    """Add `name -> words` ("duty-holder.added" -> "Added a duty holder"). A name is registered once."""
    for name, words in events.items():
        if EVENTS.setdefault(name, words) != words:
            raise ValueError(f"Audit event {name} is registered twice with different words.")


def register_record_events(kind: str, words: str, *verbs: str) -> None:
    """Register the usual events of a kind of record, for example ("dutyholder", "a duty holder", "added", "changed", "ended")."""
    register_events({f"{kind}.{verb}": f"{verb.capitalize()} {words}" for verb in verbs})
