"""What a working draft may begin from, and the headings each way gives."""

import dataclasses

from django.db import models

from strategies import queries, queries_drafting
from strategies.models import ContentsElement, Section, Strategy
from strategies.placed import findings_of, with_findings


class Beginning(models.TextChoices):
    ELEMENTS = "elements", "What a strategy is expected to contain"
    LONDON = "london", "London headings"
    EARLIER = "earlier", "Last time's strategy"


# Recorded on a version as a sensitivity check and an equality assessment. A chapter on them would say nothing to a reader.
CHECKS = {"nothing-barred", "equality"}
# What is known of London's template, which is not public, and the themes of its violence and vulnerability action plan.
LONDON_ELEMENTS = ("arrangements", "definition", "engagement")
LONDON_THEMES = (
    "Governance",
    "Analysis and enforcement",
    "Reducing access to weapons",
    "Safeguarding and educating young people",
    "Working with communities and neighbourhoods",
    "Supporting victims",
    "Positive diversion",
    "Violence against women and girls",
)


@dataclasses.dataclass(frozen=True)
class Begun:
    """A section that a draft begins with. `element`: the code of what it is to cover, where that is known."""

    heading: str
    text: str = ""
    owner: str = ""
    element: str = ""


@dataclasses.dataclass(frozen=True)
class Earlier:
    """An earlier text of a strategy and where it comes from, in words."""

    name: str
    sections: list[Begun]


def sections_from(beginning: Beginning, strategy: Strategy) -> list[Begun]:
    """The sections that a draft begun this way has, in order; none where there is no earlier text."""
    if beginning == Beginning.EARLIER:
        earlier = earlier_text(strategy)
        return earlier.sections if earlier else []
    elements = list(queries_drafting.chapter_elements(CHECKS))
    if beginning == Beginning.ELEMENTS:
        return [_of(element) for element in elements]
    known = {element.code: element for element in elements}
    return [_of(known[code]) for code in LONDON_ELEMENTS if code in known] + [Begun(theme, element="activity") for theme in LONDON_THEMES]


def earlier_text(strategy: Strategy) -> Earlier | None:
    """The newest text before this draft: of the strategy's own versions, else the draft or the newest version of the one it follows.

    Findings placed in it stay those of the assessment it was written on.
    """
    kept = queries_drafting.newest_typed_version(strategy)
    if kept:
        return Earlier(f"version {kept.number} of this strategy", _of_version(kept.sections, strategy))
    before = strategy.follows
    if before is None:
        return None
    if drafted := list(queries.sections_of(before)):
        known = findings_of(before)
        same = before.assessment_id == strategy.assessment_id
        carried = [
            Begun(one.heading, one.text if same else with_findings(one.text, known), owner=one.owner, element=one.element)
            for one in drafted
        ]
        return Earlier(f"the draft of “{before.title}”", carried)
    kept = queries_drafting.newest_typed_version(before)
    return Earlier(f"version {kept.number} of “{before.title}”", _of_version(kept.sections, before)) if kept else None


def _of(element: ContentsElement) -> Begun:
    return Begun(element.name, element=element.code)


def _of_version(sections: list[dict[str, str]], strategy: Strategy) -> list[Begun]:
    """A version keeps no owners; where its section still stands in the draft, the draft knows them."""
    drafted: dict[str, Section] = {str(section.pk): section for section in queries.sections_of(strategy)}
    found = []
    for section in sections:
        known = drafted.get(section.get("key", ""))
        owner, element = (known.owner, known.element) if known else ("", "")
        found.append(Begun(section["heading"], section["text"], owner=owner, element=element))
    return found
