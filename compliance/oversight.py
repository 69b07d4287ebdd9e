"""How several partnerships stand beside each other: the worst of each family of duties, and which duties are missed most often."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Sequence

from compliance.finding import Finding, Status, Strength
from compliance.position import headlines_of, past_local_target
from compliance.requirements import BY_CODE, CATALOGUE

FAMILIES = tuple(dict.fromkeys(requirement.family for requirement in CATALOGUE))
MISSED = (Status.OVERDUE, Status.NOT_MET)
NAMED = 3  # how many of the duties missed most often are named


@dataclasses.dataclass(frozen=True)
class Standing:
    """One partnership as at `on`: the worst status of each of FAMILIES, or None where no duty of it has an answer; how many statutory
    duties are overdue by law; the codes of the duties that are overdue or not met."""

    on: datetime.date
    worst: tuple[Status | None, ...]
    overdue: int
    missed: tuple[str, ...]


def standing_of(findings: list[Finding], on: datetime.date) -> Standing:
    """From all the findings of one partnership as at `on`."""
    headlines = headlines_of(findings).values()
    worst: dict[str, Status] = {}
    for finding in headlines:
        family = BY_CODE[finding.code].family
        worst[family] = min(worst.get(family, finding.status), finding.status, key=lambda status: status.rank)
    late = [f for f in headlines if f.status == Status.OVERDUE and f.strength == Strength.STATUTORY and not past_local_target(f)]
    return Standing(
        on=on,
        worst=tuple(worst.get(family) for family in FAMILIES),
        overdue=len(late),
        missed=tuple(finding.code for finding in headlines if finding.status in MISSED),
    )


def missed_most(standings: Sequence[Standing]) -> list[tuple[str, int]]:
    """The titles of the duties that most of them miss, and how many do; of those that as many miss, the catalogue's first."""
    order = {requirement.code: at for at, requirement in enumerate(CATALOGUE)}
    counted = Counter(code for standing in standings for code in standing.missed)
    found = sorted(counted.items(), key=lambda item: (-item[1], order[item[0]]))
    return [(BY_CODE[code].title, number) for code, number in found[:NAMED]]
