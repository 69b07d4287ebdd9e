"""What the duty also asks and no rule here computes yet. It stands in the catalogue with its law, so that nobody takes the rest for all."""

import dataclasses

from compliance.finding import Strength
from compliance.requirements import assessment, consultation


@dataclasses.dataclass(frozen=True)
class Waiting:
    """As a requirement, without a rule. `after`: the code it follows in the catalogue."""

    code: str
    after: str
    family: str
    title: str
    plain: str
    citation: str
    strength: Strength
    evidence: str
    deadline: str = ""


WAITING = (
    Waiting(
        code="SVD-SNA-04",
        after="SVD-SNA-03",
        family=assessment.FAMILY,
        title="Partners' data used",
        plain="The needs assessment should rest on data from every specified authority, or say what is missing.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        evidence="The sources of data body by body, each with the day it came or a note on the gap.",
    ),
    Waiting(
        code="SVD-CONS-05",
        after="SVD-CONS-04",
        family=consultation.FAMILY,
        title="Answers and changes recorded",
        plain="It should be kept how many answered a consultation, what they said, and what was changed or why not.",
        citation="Good practice, supported by statutory guidance under s.19",
        strength=Strength.LOCAL,
        evidence="The answers to each consultation, each with the change it made or the reason why it made none.",
    ),
    Waiting(
        code="SVD-CONS-06",
        after="SVD-CONS-05",
        family=consultation.FAMILY,
        title="Communities and young people engaged",
        plain="Voluntary and community bodies, residents and young people should have a say in the needs assessment and the strategy.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        evidence="What was done to hear them, with its dates and how many took part.",
    ),
)
