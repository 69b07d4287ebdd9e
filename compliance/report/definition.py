"""The local definition on paper."""

from collections.abc import Iterable

from compliance.report.layout import Block, Column, Pairs, Quote, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.requirements.definition import current_definition

CONSIDERED = {"yes": "Yes", "no": "No"}
SCOPE = {"in": "Covered", "out": "Left out"}


def definition_blocks(source: ReportSource) -> Iterable[Block]:
    """The definition in force on the day in full, and the numbers and dates of the others."""
    definition = current_definition(source.facts, source.as_at)
    if definition is None:
        yield Remark("No local definition of serious violence is recorded.")
        return
    yield Pairs(
        f"Version {definition.number}",
        (
            ("Agreed by", said_or_not(definition.agreed_by)),
            ("Agreed on", said_or_not(definition.agreed_on)),
            ("Source", said_or_not(source.detail("localdefinition", definition.pk))),
            ("Focus", _focus(definition.focus_stated, definition.focus_note)),
        ),
    )
    yield Quote(definition.wording)
    factors = tuple((f.name.capitalize(), said_or_not(CONSIDERED.get(f.considered)), said_or_not(f.note)) for f in definition.factors)
    columns = (Column("Factor of section 13(6)", "w30"), Column("Taken into account", "w20"), Column("How"))
    yield Table("The four factors", columns, factors)
    scope = [(item.name.capitalize(), said_or_not(SCOPE.get(item.answer))) for item in definition.scope]
    scope.append(("Terrorism", said_or_not(SCOPE.get(definition.terrorism))))
    if definition.scope_reason:
        scope.append(("Why something is left out", definition.scope_reason))
    yield Table("Kinds of violence of section 13(3)", (Column("Kind", "w40"), Column("In the definition")), tuple(scope))
    earlier = [other for other in source.facts.definitions if other.number < definition.number]
    if earlier:
        rows = tuple((f"Version {other.number}", said_or_not(other.agreed_by), said_or_not(other.agreed_on)) for other in earlier)
        yield Table("Earlier versions", (Column("Version", "w20"), Column("Agreed by", "w40"), Column("Agreed on")), rows)


def _focus(stated: str, note: str) -> str:
    """Whether the focus on public-space youth violence is stated, and the note on it."""
    words = {"yes": "On public-space youth violence, as stated.", "no": "None on public-space youth violence is stated."}
    return " ".join(filter(None, [said_or_not(words.get(stated)), note]))
