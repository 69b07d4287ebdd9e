"""The records of this floor that may be papers."""

from typing import Any

from partnerships import queries_packs
from partnerships.models import LocalDefinition, Partnership
from partnerships.pack.papers import Chapter, Paper

NOT_RECORDED = "Not recorded"
FACTORS = ("penalty", "victim", "prevalence", "community")
SCOPE = ("domestic_abuse", "sexual_offences", "property_violence", "threats", "terrorism")


def definition_paper(partnership: Partnership, pk: int) -> Paper | None:
    """The wording first, then the checklist of section 13."""
    definition = queries_packs.definition_for_paper(partnership, pk)
    if definition is None:
        return None
    covers = [*_answers(definition, *SCOPE), ("Why something is left out", definition.scope_reason or NOT_RECORDED)]
    agreed = (("Agreed by", definition.agreed_by or NOT_RECORDED), ("Agreed on", str(definition.agreed_on or NOT_RECORDED)))
    chapters = [
        Chapter("The wording", quote=definition.wording),
        Chapter("Notes", text=definition.notes),
        Chapter("The four factors of section 13(6)", pairs=tuple(_answers(definition, *FACTORS))),
        Chapter("What it covers", pairs=tuple(covers)),
        Chapter("Who agreed it", pairs=agreed),
    ]
    return Paper(tuple(chapter for chapter in chapters if chapter.quote or chapter.text or chapter.pairs))


def _answers(definition: LocalDefinition, *names: str) -> list[tuple[str, str]]:
    return [(label_of(definition, name), _answer(definition, name)) for name in names]


def _answer(definition: LocalDefinition, name: str) -> str:
    answer = getattr(definition, f"get_{name}_display")()
    return ". ".join(filter(None, [answer, getattr(definition, f"{name}_note", "")])) or NOT_RECORDED


def label_of(record: Any, name: str) -> str:
    return str(record._meta.get_field(name).verbose_name)


def sharing_agreement_paper(partnership: Partnership, pk: int) -> Paper | None:
    agreement = queries_packs.sharing_agreement_for_paper(partnership, pk)
    if agreement is None:
        return None
    barred = ("bars_patient", "bars_health", "bars_protected", "bars_intercepted")
    parties = tuple(str(party) for party in agreement.parties.all())
    dates = (("Since", str(agreement.starts or NOT_RECORDED)), ("To be reviewed by", str(agreement.review_on or NOT_RECORDED)))
    answers = tuple((label_of(agreement, name), getattr(agreement, f"get_{name}_display")() or NOT_RECORDED) for name in barred)
    return Paper(
        (
            Chapter("What it is for", text=agreement.purpose or NOT_RECORDED),
            Chapter("Parties", points=parties or (NOT_RECORDED,)),
            Chapter("What stays out (section 16)", pairs=answers),
            Chapter("Dates", pairs=dates),
        ),
        file=agreement.document,
        link=agreement.link,
    )
