"""All that the duty asks, as a list to read: what is computed and what is not yet, with the wording in force. Pure."""

import dataclasses
from collections.abc import Mapping

from compliance.models import RequirementWording
from compliance.requirements import CATALOGUE
from compliance.requirements.deadline_words import when
from compliance.requirements.requirement import Requirement
from compliance.requirements.waiting import WAITING, Waiting


@dataclasses.dataclass(frozen=True)
class Entry:
    """`plain` and `paragraph` are as an administrator worded them; `when`: the rules for its dates; `computed`: does a rule answer it?"""

    asked: Requirement | Waiting
    plain: str
    paragraph: str
    when: list[str]
    computed: bool


def whole_catalogue() -> list[Requirement | Waiting]:
    """Everything in the order of the catalogue, each thing that waits behind the one it follows."""
    found: list[Requirement | Waiting] = list(CATALOGUE)
    for waiting in WAITING:
        places = [place for place, asked in enumerate(found) if asked.code == waiting.after]
        found.insert(places[0] + 1 if places else len(found), waiting)
    return found


def by_family(wordings: Mapping[str, RequirementWording]) -> list[tuple[str, list[Entry]]]:
    """Family by family in the order of the catalogue."""
    families: dict[str, list[Entry]] = {}
    for asked in whole_catalogue():
        families.setdefault(asked.family, []).append(_entry(asked, wordings.get(asked.code)))
    return list(families.items())


def _entry(asked: Requirement | Waiting, wording: RequirementWording | None) -> Entry:
    plain = wording.plain if wording and wording.plain else asked.plain
    return Entry(asked, plain, wording.paragraph if wording else "", when(asked.deadline), isinstance(asked, Requirement))
