"""The registry of events that the audit may hold. Upper floors add theirs in `AppConfig.ready()`."""

EVENTS: dict[str, str] = {}
# Those that tell of a person or of a paper taken away, and after which every record is as it was.
ALTER_NOTHING: set[str] = set()


def register_events(events: dict[str, str], *, alter_records: bool = True) -> None:
    """Add `name -> words` ("duty-holder.added" -> "Added a duty holder"). A name is registered once.

    `alter_records`: whether what was worked out from the records must be worked out again after it. If in doubt, it must.
    """
    for name, words in events.items():
        if EVENTS.setdefault(name, words) != words:
            raise ValueError(f"Audit event {name} is registered twice with different words.")
    if not alter_records:
        ALTER_NOTHING.update(events)


def register_record_events(kind: str, words: str, *verbs: str) -> None:
    """Register the usual events of a kind of record, for example ("dutyholder", "a duty holder", "added", "changed", "ended")."""
    register_events({f"{kind}.{verb}": f"{verb.capitalize()} {words}" for verb in verbs})


# Of records of which more is told than the history of their own fields: kind -> the route of their page and what stands there.
TOLD_ON: dict[str, tuple[str, str]] = {}


def register_told_on(kind: str, route: str, words: str) -> None:
    """`words`: a link's, for example "News of it is told on its page"."""
    TOLD_ON[kind] = (route, words)


# What a page saves by itself while somebody writes: the events of an hour are shown as one, and kept each by itself.
SAVED_BY_ITSELF: set[str] = set()


def register_saved_by_itself(event: str) -> None:
    SAVED_BY_ITSELF.add(event)
