"""What section 13 of the Act says of serious violence, word for word, beside the fields of a local definition that answer it."""

import dataclasses

from partnerships.models import LocalDefinition


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of the checklist: the field that answers it, where it stands in the Act, and the Act's own words."""

    field: str
    section: str
    words: str


@dataclasses.dataclass(frozen=True)
class Answered:
    """A line with what a definition says to it; empty where that is not recorded."""

    line: Line
    label: str
    answer: str
    note: str


ACCOUNT = (
    "In considering whether violence in an area amounts to serious violence for the purposes of this Chapter, account must be taken in "
    "particular of the following factors"
)
FACTORS = (
    Line("penalty", "13(6)(a)", "the maximum penalty which could be imposed for the offence (if any) involved in the violence"),
    Line("victim", "13(6)(b)", "the impact of the violence on any victim"),
    Line("prevalence", "13(6)(c)", "the prevalence of the violence in the area"),
    Line("community", "13(6)(d)", "the impact of the violence on the community in the area"),
)
SCOPE = (
    Line(
        "domestic_abuse",
        "13(3)(a)(i)",
        "includes, in particular, domestic abuse within the meaning of the Domestic Abuse Act 2021 (see section 1 of that Act)",
    ),
    Line("sexual_offences", "13(3)(a)(ii)", "includes, in particular, sexual offences"),
    Line("property_violence", "13(3)(a)(iii)", "includes, in particular, violence against property"),
    Line("threats", "13(3)(a)(iv)", "includes, in particular, threats of violence"),
    Line(
        "terrorism",
        "13(3)(b)",
        "does not include terrorism (within the meaning of the Terrorism Act 2000 (see section 1(1) to (4) of that Act))",
    ),
)


def answered(definition: LocalDefinition, lines: tuple[Line, ...]) -> list[Answered]:
    """Each line with the definition's answer in words and the note on it."""
    return [
        Answered(
            line,
            str(LocalDefinition._meta.get_field(line.field).verbose_name),  # type: ignore[union-attr]  # a field of the model itself
            getattr(definition, f"get_{line.field}_display")(),
            getattr(definition, f"{line.field}_note", ""),
        )
        for line in lines
    ]
