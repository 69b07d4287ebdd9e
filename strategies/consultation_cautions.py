"""What deserves a second look before something about a consultation is saved. A true event is never refused."""

from collections.abc import Iterable

from partnerships.models import LocalGovernmentArea
from strategies.cautions import first_published
from strategies.models import Consultation, Version
from strategies.models.consultation import COUNTED
from strategies.queries_consultation import newest_numbers
from svduty.editing.cautious import Caution
from svduty.vague_dates import VagueDate


def about_dates(version: Version, opens: VagueDate, closes: VagueDate | None) -> list[Caution]:
    """A consultation belongs to preparing a strategy (s.8(4)): it ends before publication, and asks about a text that exists."""
    found = []
    first, end = first_published(version), closes or opens
    if first and end.earliest > first.latest:
        doing = f"closes on {closes}" if closes else f"opens on {opens}"
        found.append(
            Caution(
                "after-publication",
                f"Version {version.number} was first published on {first}, and this {doing}. The Act asks for consultation while a "
                "strategy is prepared: it will be recorded, and it does not count for this version.",
            )
        )
    if opens.latest < version.dated.earliest:
        found.append(
            Caution(
                "before-version",
                f"Version {version.number} is dated {version.dated}, after this opened. That is right if the draft that was put to them is "
                "not kept here as a version of its own. If it is, record this with that version.",
            )
        )
    return found


def about_numbers(
    version: Version, kind: str, areas: Iterable[LocalGovernmentArea], asked: int | None, answered: int | None
) -> list[Caution]:
    """More cannot be asked than there are, and more cannot answer than were asked."""
    found = []
    covered = list(areas)
    if asked is not None and kind in dict(COUNTED):
        there = newest_numbers(version.strategy.partnership, kind, covered)
        total = sum(there.values())
        if covered and len(there) == len(covered) and asked > total:
            where = " and ".join(area.name for area in covered)
            found.append(
                Caution(
                    "more-than-there-are",
                    f"{asked} were asked, but the number recorded for {where} is {total}. Look at both numbers again.",
                )
            )
    if asked is not None and answered is not None and answered > asked:
        found.append(Caution("more-answered", f"{answered} answered, but only {asked} were asked. Look at both numbers again."))
    return found


def about_answer_day(consultation: Consultation, answered: VagueDate | None) -> list[Caution]:
    """An answer comes while the consultation is open; one that comes late is recorded all the same."""
    if answered is None:
        return []
    closes = consultation.closes_on
    if answered.latest < consultation.opens_on.earliest:
        before = f"The consultation opened on {consultation.opens_on}, after that day. Look at both dates again."
        return [Caution("before-opening", before)]
    if closes and answered.earliest > closes.latest:
        return [Caution("after-closing", f"The consultation closed on {closes}, before that day. It is recorded all the same.")]
    return []


def about_count(number: int, source: str, confirmed_by: str, reason: str) -> list[Caution]:
    """ "Each" can only be told from a number that somebody vouches for."""
    missing = [words for value, words in ((source, "where it comes from"), (confirmed_by, "who confirmed it")) if not value]
    if number == 0:
        missing = [words for value, words in ((reason, "how you know that there is none"), (confirmed_by, "who confirmed it")) if not value]
    if not missing:
        return []
    what = f"It does not say {' or '.join(missing)}. It can be saved so; until that is known, the duty cannot be told from it."
    return [Caution("not-vouched-for", what)]
