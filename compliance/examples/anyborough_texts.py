"""The invented strategy of Anyborough: as published, as it was consulted on, and as the working draft has it since."""

from compliance.examples.prose import Sections, read_sections

PUBLISHED: Sections = read_sections("anyborough_strategy.md")

# What the consultation changed: heading -> what the draft had said in place of what was published.
BEFORE_CONSULTATION = {
    "What we mean by serious violence": [
        (" We did not stop there. In Anyborough, as the evidence shows, more people are badly hurt at home than in the street.", ""),
        (", domestic abuse where the risk is high", ""),
    ],
    "Our priorities": [
        ("We chose four priorities.", "We chose three priorities."),
        ("whether the four are", "whether the three are"),
        (", the bus station and the way home from school", " and the High Street"),
        ("\n- **Safer homes.** Find domestic abuse sooner and deal with those who commit it.", ""),
    ],
    "Schools, colleges and the secure estate": [("a meeting before any exclusion", "a meeting after every exclusion")],
    "Communities and young people": [
        (
            "More than 600 people had a say in this strategy, 140 of them under 18.",
            "We want to hear from everybody who lives or learns here.",
        ),
        (" Two of them may speak at the board. They are paid for their time.", ""),
    ],
}


def _as_drafted(heading: str, text: str) -> str:
    for published, drafted in BEFORE_CONSULTATION.get(heading, []):
        text = text.replace(published, drafted)
    return text


CONSULTED_ON = [(heading, _as_drafted(heading, text)) for heading, text in PUBLISHED if heading != "Sharing information"]

# What somebody has begun to change since publication.
SINCE = {
    "Schools, colleges and the secure estate": ("will provide that one number", "has provided that one number since the spring"),
    "Measuring progress and review": (
        "The last is asked in schools each spring.",
        "The last is asked in schools each spring. The young people's panel has added a measure of its own: how long it takes until "
        "somebody calls back.",
    ),
}
WORKING_DRAFT = [(heading, text.replace(*SINCE.get(heading, (text, text)))) for heading, text in PUBLISHED]
