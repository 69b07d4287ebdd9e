"""SVD-DEF: what "serious violence" means here."""

import datetime
from collections.abc import Iterable

from compliance.facts import DecisionFacts, DefinitionFacts, PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from svduty.vague_dates import Truth, VagueDate

NONE_YET = "No local definition of serious violence is recorded."
ADD = NextStep("Record the definition", "localdefinition_add")


def current_definition(facts: PartnershipFacts, on: datetime.date) -> DefinitionFacts | None:
    """The newest version that was not surely agreed after the day."""
    known = [d for d in facts.definitions if d.agreed_on is None or d.agreed_on.by(on) is not Truth.NO]
    return max(known, key=lambda definition: definition.number, default=None)


def _answer(facts: PartnershipFacts, definition: DefinitionFacts, status: Status, why: str) -> Answer:
    ref = RecordRef("localdefinition", definition.pk, f"Local definition, version {definition.number}")
    step = None if status == Status.MET else NextStep("Complete the definition", "localdefinition_change", (("pk", definition.pk),))
    return Answer("partnership", facts.name, status, why, None, (ref,), step)


def four_factors(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Maximum penalty, victim impact, prevalence and community impact taken into account (s.13(6)), with a note against each."""
    definition = current_definition(facts, on)
    if definition is None:
        yield whole_partnership(facts, Status.NOT_MET, NONE_YET, ADD)
        return
    ignored = [factor.name for factor in definition.factors if factor.considered == "no"]
    silent = [factor.name for factor in definition.factors if not factor.considered or (factor.considered == "yes" and not factor.note)]
    if ignored:
        yield _answer(facts, definition, Status.NOT_MET, f"Recorded as not taken into account: {listed(ignored)}.")
    elif silent:
        why = f"It is not recorded how these were taken into account: {listed(silent)}. A note against each would settle it."
        yield _answer(facts, definition, Status.CANNOT_TELL, why)
    else:
        yield _answer(facts, definition, Status.MET, "All four factors were taken into account, with a note against each.")


def scope(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The definition deals with domestic abuse, sexual offences, property violence and threats, and leaves out terrorism (s.13(3)).

    What "violence" includes is the Act's; leaving a kind out of *serious* violence is open to an area that says why (s.13(6)).
    """
    definition = current_definition(facts, on)
    if definition is None:
        yield whole_partnership(facts, Status.NOT_MET, NONE_YET, ADD)
        return
    silent = [item.name for item in definition.scope if not item.answer] + ([] if definition.terrorism else ["terrorism"])
    left_out = [item.name for item in definition.scope if item.answer == "out"]
    if definition.terrorism == "in":
        why = "The definition covers terrorism, which section 13(3)(b) of the Act leaves out of “violence”."
        yield _answer(facts, definition, Status.NOT_MET, why)
    elif silent:
        why = f"It is not recorded whether the definition covers {listed(silent)}."
        yield _answer(facts, definition, Status.CANNOT_TELL, why)
    elif left_out and not definition.scope_reason:
        yield _answer(facts, definition, Status.CANNOT_TELL, f"The definition leaves out {listed(left_out)}; the reason is not recorded.")
    elif left_out:
        why = f"The definition leaves out {listed(left_out)} for a recorded reason, deals with the rest, and leaves out terrorism."
        yield _answer(facts, definition, Status.MET, why)
    else:
        why = "The definition covers domestic abuse, sexual offences, violence against property and threats, and leaves out terrorism."
        yield _answer(facts, definition, Status.MET, why)


def agreed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Wording agreed by the partnership on a known date, with the focus on public-space youth violence stated or a reason for
    another (Home Office news of 16 December 2022 for the focus). Where a board's decision is recorded, it must have been quorate."""
    definition = current_definition(facts, on)
    if definition is None:
        yield whole_partnership(facts, Status.NOT_MET, NONE_YET, ADD)
        return
    decisions = _agreements(facts, definition, on)
    decision = max(decisions, key=lambda one: [False, None, True].index(one.quorate), default=None)
    board, day = definition.agreed_by, definition.agreed_on
    if decision and decision.quorate:
        board, day = board or decision.board, day or VagueDate.of(decision.day)
    wanting = _wanting(definition, board, day, on)
    if decision and decision.quorate is False:
        why = f"{decision.board} was not quorate {when(VagueDate.of(decision.day))}, so it could not agree the definition."
        yield _decided(facts, definition, Status.NOT_MET, why, decision)
    elif not decision and _met_without_quorum(facts, definition):
        why = f"{board} met on {day} without a quorum, so it could not agree the definition."
        yield _answer(facts, definition, Status.NOT_MET, why)
    elif definition.focus_stated == "no" and not definition.focus_note:
        why = "The definition states no focus on public-space youth violence, and no reason for another focus is recorded."
        yield _answer(facts, definition, Status.NOT_MET, why)
    elif wanting or day is None:
        yield _answer(facts, definition, Status.CANNOT_TELL, f"The wording is held, but it is not recorded {listed(wanting)}.")
    elif decision and decision.quorate is None:
        why = f"{decision.board} agreed it {when(VagueDate.of(decision.day))}, but whether it was quorate is not recorded."
        yield _decided(facts, definition, Status.CANNOT_TELL, why, decision)
    else:
        quorate = " at a quorate meeting" if decision else ""
        yield _answer(facts, definition, Status.MET, f"Agreed by {board} {when(day)}{quorate}.")


def _agreements(facts: PartnershipFacts, definition: DefinitionFacts, on: datetime.date) -> list[DecisionFacts]:
    return [
        decision
        for decision in facts.decisions
        if (decision.about_kind, decision.about_pk) == ("localdefinition", definition.pk)
        and decision.outcome in ("agreed", "conditions")
        and decision.day <= on
    ]


def _met_without_quorum(facts: PartnershipFacts, definition: DefinitionFacts) -> bool:
    """Was every meeting that its board held on the day of agreement without a quorum? False where none is recorded here."""
    if definition.agreed_on is None or not definition.agreed_on.exact:
        return False
    name, day = definition.agreed_by.casefold(), definition.agreed_on.earliest
    meetings = [meeting for board in facts.boards if board.name.casefold() == name for meeting in board.meetings if meeting.day == day]
    return bool(meetings) and all(meeting.quorate is False for meeting in meetings)


def _wanting(definition: DefinitionFacts, board: str, day: VagueDate | None, on: datetime.date) -> list[str]:
    wanting = []
    if not board:
        wanting.append("which board agreed it")
    if day is None:
        wanting.append("when it was agreed")
    elif day.by(on) is Truth.MAYBE:
        wanting.append(f"the exact date it was agreed (recorded as {day})")
    if not definition.focus_stated:
        wanting.append("whether the focus on public-space youth violence is stated")
    return wanting


def _decided(facts: PartnershipFacts, definition: DefinitionFacts, status: Status, why: str, decision: DecisionFacts) -> Answer:
    refs = (
        RecordRef("localdefinition", definition.pk, f"Local definition, version {definition.number}"),
        RecordRef("decision", decision.pk, f"Decision of {decision.board}"),
    )
    step = NextStep("Look at the decision", "decision_change", (("pk", decision.pk),))
    return Answer("partnership", facts.name, status, why, None, refs, step)


FAMILY = "The local definition"
REQUIREMENTS = (
    Requirement(
        code="SVD-DEF-01",
        family=FAMILY,
        title="Four factors considered",
        plain="In deciding what counts as serious violence here, the maximum penalty, the impact on victims, how common it is and the "
        "impact on the community must be taken into account.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.13(6)",
        strength=Strength.STATUTORY,
        task="Take all four factors into account",
        shortfall="no definition is recorded that takes all four factors into account",
        evidence="A version of the definition with a note against each of the four factors.",
        rule=four_factors,
    ),
    Requirement(
        code="SVD-DEF-02",
        family=FAMILY,
        title="Scope follows the Act",
        plain="The definition must deal with domestic abuse, sexual offences, violence against property and threats, and leave out "
        "terrorism.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.13(3)",
        strength=Strength.STATUTORY,
        task="Follow the scope the Act sets",
        shortfall="no definition is recorded that follows the scope the Act sets",
        evidence="The scope checklist, complete.",
        rule=scope,
    ),
    Requirement(
        code="SVD-DEF-03",
        family=FAMILY,
        title="Local definition agreed",
        plain="The partnership should agree its wording on a known date and state the focus on public-space youth violence, or why "
        "it chose another.",
        citation="Statutory guidance under s.19; Home Office, 16 December 2022, for the focus",
        strength=Strength.GUIDANCE,
        task="Agree the local definition",
        shortfall="no agreed definition with its focus is recorded",
        evidence="The wording, the board that agreed it, the date, and a note on the focus.",
        rule=agreed,
    ),
)
