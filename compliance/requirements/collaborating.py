"""SVD-IMP-02: what a strategy names for schools and prisons is followed, and requests to work together are answered."""

import datetime
from collections.abc import Iterable

from compliance.facts import CollaborationFacts, PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import when
from compliance.requirements.named_actions import named_actions_followed
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from partnerships.collaboration import grounds_taken_away
from svduty.vague_dates import Truth


def worked_together(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Actions named for relevant authorities are followed (s.8(5), s.15(4)). Requests to collaborate are answered, or an exemption is
    recorded that the Act allows (s.15(3), (5)(b), (7), (9))."""
    named = list(named_actions_followed(facts, on, everything))
    yield from named
    requests = [request for request in facts.collaboration if request.asked_on.by(on) is not Truth.NO]
    if not requests and not named:
        why = "No request to collaborate is recorded, nor an action that the strategy names for a school, a prison or youth custody."
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why)
    for request in requests:
        yield _judged(request, on)


def _judged(request: CollaborationFacts, on: datetime.date) -> Answer:
    ref = RecordRef("collaborationrequest", request.pk, f"Request to {request.asked_of} of {request.asked_on}")
    step = NextStep("Complete the record", "collaborationrequest_change", (("pk", request.pk),))

    look = NextStep("Look at the request", "collaborationrequest", (("pk", request.pk),))

    def answered(status: Status, said: str) -> Answer:
        why = f"{request.asked_by} asked {request.asked_of} to work with it {when(request.asked_on)}. {said}"
        subject = f"{request.asked_of}, asked {request.asked_on}"
        done = {Status.MET: None, Status.NOT_MET: look}.get(status, step)
        return Answer(f"collaborationrequest:{request.pk}", subject, status, why, None, (ref,), done)

    if request.answered_on is None or request.answered_on.by(on) is Truth.NO:
        return answered(Status.DUE_LATER, "No answer is recorded yet; the Act sets no period.")
    if request.answered_on.by(on) is Truth.MAYBE:
        return answered(Status.CANNOT_TELL, f"The answer is dated {request.answered_on}. Give the exact date.")
    if not request.answer:
        return answered(Status.CANNOT_TELL, f"It was answered {when(request.answered_on)}. Record what the answer was.")
    if request.answer == "agreed":
        return answered(Status.MET, f"It agreed {when(request.answered_on)}.")
    refused = "It agreed in part" if request.answer == "partly" else "It refused"
    if not request.grounds:
        return answered(Status.NOT_MET, f"{refused}, and no ground of section 15(7) is recorded.")
    grounds = listed(f"15(7)({letter})" for letter in request.grounds)
    if grounds_taken_away(request.asked_by_as, request.asked_of_as, request.purpose):
        why = (
            f"{refused} on {grounds}. Section 15(9) allows no such ground where a specified authority asks a relevant one for help in "
            "identifying the kinds or causes of serious violence or in preparing the strategy."
        )
        return answered(Status.NOT_MET, why)
    if not request.reasoned:
        return answered(Status.CANNOT_TELL, f"{refused} on {grounds}. Record why the ground holds.")
    return answered(Status.MET, f"{refused} on {grounds}, with a reason recorded; the Act allows that here.")


REQUIREMENTS = (
    Requirement(
        code="SVD-IMP-02",
        family="Working with others",
        title="Relevant authorities' actions and requests",
        plain="What the strategy names for schools, prisons and youth custody must be done and followed. They and the specified "
        "authorities must work together when one asks the other, unless the Act gives a way out, and then with a reason.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(5), s.15(3), (4), (5), (7) and (9)",
        strength=Strength.STATUTORY,
        task="Follow the actions named for others, and answer requests to work together",
        shortfall="a request to work together was refused without a ground the Act allows",
        evidence="Each action that names such an authority, with how it stands. Each request with its answer; for a refusal the ground of "
        "section 15(7) and the reason.",
        rule=worked_together,
    ),
)
