"""The invented strategy of Anyborough: as published, as the revised version has it that the board is asked about, and the draft since."""

from compliance.examples.prose import Sections, read_sections

PUBLISHED: Sections = read_sections("anyborough_strategy.md")

OTHER_PLANS = "How this fits with other plans"
HOW_WE_KNOW = "How we will know, and when we look again"
# What a section of the revised version is called -> what it was called when it was published.
RENAMED = {HOW_WE_KNOW: "Measuring progress and review"}

# What the board asked for when it approved the published version, and a little more: heading -> (published words, words in their place).
REVISED = {
    "Our priorities": [
        ("and the partnership has other plans for them", "and the Community Safety Plan deals with them"),
    ],
    "What each body will do": [
        ("**The integrated care board** will pay for", "**The integrated care board for the three counties** will pay for"),
        (
            "use stop and search fairly and openly.",
            "use stop and search fairly and openly, with its figures before the board twice a year.",
        ),
    ],
    "Schools, colleges and the secure estate": [
        (
            "The county council will provide that one number.",
            "The county council answers one number for all of them, on school days from eight to six.",
        ),
    ],
    "Measuring progress and review": [
        (
            "The last is asked in schools each spring.",
            "The last is asked in schools each spring. The young people's panel has added a measure of its own: how long it takes until "
            "somebody calls back.",
        ),
    ],
}
NEW_SECTION = """\
Four other plans touch this one, and each has an owner who sits on our board or sends somebody to it.

- The **Community Safety Plan** deals with anti-social behaviour and theft, and leaves serious violence to this strategy.
- The **Police and Crime Plan** puts knife crime among its priorities and pays for part of the work.
- The **Drug and Alcohol Strategy** shares the work on county lines and on the evening economy.
- The **Youth Justice Plan** brings mentors within ten days of court. It is being rewritten, and its draft comes to us before it is agreed.

Where two plans name the same action, the board says once a year which of them is answerable for it."""

ORDER = [
    "Purpose and partners",
    "What we mean by serious violence",
    "What the evidence shows",
    "Our priorities",
    OTHER_PLANS,
    "What each body will do",
    "Sharing information",
    "Schools, colleges and the secure estate",
    "Communities and young people",
    "Money and resources",
    HOW_WE_KNOW,
]


def _revised(heading: str) -> str:
    if heading == OTHER_PLANS:
        return NEW_SECTION
    before = RENAMED.get(heading, heading)
    text = dict(PUBLISHED)[before]
    for old, new in REVISED.get(before, []):
        text = text.replace(old, new)
    return text


IN_REVIEW: Sections = [(heading, _revised(heading)) for heading in ORDER]

# What a comment has changed in the working draft since, and a section that is still to be written.
SINCE = {"Communities and young people": ("They are paid for their time.", "They are paid for their time and their fares.")}
IN_PLAIN_WORDS = "In plain words"
WORKING_DRAFT: Sections = [(heading, text.replace(*SINCE.get(heading, (text, text)))) for heading, text in IN_REVIEW] + [
    (IN_PLAIN_WORDS, "")
]
# Who writes what, by post; where nobody is named the officer does.
OFFICER = "Community safety officer"
OWNERS = {
    "What the evidence shows": "Analyst, county council",
    "What each body will do": "Community Safety Manager",
    "Sharing information": "Data protection officer, county council",
    "Schools, colleges and the secure estate": "Head of Youth and Family Services",
    "Communities and young people": "Head of Youth and Family Services",
    IN_PLAIN_WORDS: "Policy officer, district council",
}
