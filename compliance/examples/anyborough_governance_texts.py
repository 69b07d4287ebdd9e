"""What Anyborough's boards wrote down: terms, items, decisions, actions and minutes, in words made up for training."""

BOARD = "Community Safety Partnership board"
GROUP = "Serious Violence Delivery Group"

TERMS = """\
To lead what the partners do together to prevent and reduce serious violence in Anyborough: to agree what it means here, to \
look at the evidence, to approve the strategy and its reviews, and to hold each body to what it promised."""
GROUP_TERMS = "To carry out the strategy between the board's meetings, and to tell the board where it stands."
QUORUM = "The board may decide when half of its voting members and the chair are present. A named deputy counts as the member."
BOARD_NOTE = "It took over from an earlier board of the same name, whose meetings are not held here."
REVIEWED = "The terms were found right. The quorum was raised from a third to half of the voting members."

# Body, post, kind, deputy, where the deputy's authority is written down.
SEATS = [
    ("Anyborough District Council", "Cabinet Member for Communities", "chair", "Deputy Leader of the Council", "Terms of reference, 4"),
    ("Anyborough District Council", "Director of Communities", "voting", "Community Safety Manager", "Terms of reference, 6"),
    ("Anyshire County Council", "Director of Public Health", "voting", "Consultant in Public Health", ""),
    ("Anyshire County Council", "Director of Public Protection", "voting", "Head of Youth and Family Services", "Terms of reference, 6"),
    ("Anyshire Police", "District Commander, Anyborough", "voting", "Partnership Superintendent", "Standing letter to the board"),
    ("Anyshire Probation Service", "Head of Probation Delivery, Anyshire", "voting", "Senior Probation Officer", "Terms of reference, 6"),
    ("Anyshire Youth Justice Service", "Head of Youth Justice", "voting", "Prevention Manager", ""),
    ("Anyshire Fire and Rescue Authority", "Area Manager, Prevention", "voting", "Station Manager, Anyborough", ""),
    ("NHS Anyshire Integrated Care Board", "Chief Nurse", "voting", "", ""),
    ("Anyborough College", "Vice Principal", "non-voting", "", ""),
    ("Anyshire Police and Crime Commissioner", "Head of Commissioning", "non-voting", "", ""),
]
GROUP_SEATS = [
    ("Anyshire Police", "Partnership Superintendent", "chair", "", ""),
    ("Anyborough District Council", "Community Safety Manager", "voting", "", ""),
    ("Anyshire County Council", "Head of Youth and Family Services", "voting", "", ""),
    ("Anyshire Youth Justice Service", "Prevention Manager", "voting", "", ""),
]
COMMISSIONING_INTEREST = "The commissioner pays for the mentoring scheme; the member took no part in that item."
OTHERS = "Community safety officer (minutes)\nAnalyst, county council"
LATE = "The last consultation answers came in two working days before the meeting, and the board had asked to see them."
CANCELLED = "Moved so that the members could be at the county's exercise."

DEFINITION_ITEM = "The definition of serious violence, version 2"
DEFINITION_ASKED = "To agree the new wording, which names the exploitation of children by drug networks."
DEFINITION_DECIDED = "The board agreed version 2 of the local definition, to hold from today."
DRAFT_ITEM = "The draft strategy for consultation"
DRAFT_DECIDED = "The board noted the draft and asked for the consultation to begin."
STRATEGY_ITEM = "The strategy for publication"
STRATEGY_ASKED = "To approve the version that takes in what the consultation changed, and to publish it in all forms within four weeks."
STRATEGY_DECIDED = (
    "The board approved the strategy for publication. It asked for a second version soon that names the other plans, says when the "
    "schools' number is answered, and has a measure of the young people's own."
)
STRATEGY_DISSENT = "The college asked that the easy read form come out on the same day. The others did not wish to wait for it."

REVIEW_ITEM = "How this board works: the yearly look at its terms"
ASSESSMENT_ITEM = "What the new figures mean for the needs assessment"
NEXT_DEFINITION_ITEM = "A note on how the community factor was considered"
NEXT_DEFINITION_ASKED = (
    "Version 2 of the definition does not say how the impact on the community was taken into account. To agree the note."
)

NOT_QUORATE_MINUTES = """\
## What was said

Too few members were present, so the board decided nothing. Those present heard from the police how the summer went, and asked \
for the figures to come to the next meeting.
"""
SAID = "The paper was presented and questions were answered."

# What, body, post, due and done (days before the day of loading), outcome.
Asked = tuple[str, str, str, int | None, int | None, str]
# With the meeting that asked for it.
ACTIONS: list[tuple[str, Asked]] = [
    ("definition", ("Put the new wording on the council's website", "Anyborough District Council", "Web officer", 130, 133, "Done.")),
    (
        "definition",
        (
            "Tell the schools what has changed",
            "Anyshire County Council",
            "Head of Youth and Family Services",
            120,
            101,
            "Sent with the term's letter, three weeks later than asked.",
        ),
    ),
    ("not-quorate", ("Bring the summer's figures to the next meeting", "Anyshire Police", "Partnership Superintendent", 25, None, "")),
    ("strategy", ("Send the strategy to the Home Office", "Anyborough District Council", "Community Safety Manager", 2, None, "")),
    ("strategy", ("Have the easy read form made", "Anyborough District Council", "Policy officer", -12, None, "")),
    ("strategy", ("Bring a second version to the board", "Anyborough District Council", "Community Safety Manager", -10, None, "")),
    ("strategy", ("Say who takes the place of the health body", "", "", None, None, "")),
]
