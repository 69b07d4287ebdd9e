"""What Anyborough's scrutiny committees, its commissioner and its assessors said, and what they were answered."""

MEETING = """\
The first year of the strategy: knife crime in the town centre, the school day's end, and what became of the mentoring.
It asked to see the figures of the ambulance service next time."""
COUNTY_MEETING = "The county's part in preventing violence: youth work, public health, and the cost of temporary placements."
EARLIER_MEETING = "How the partnership prepares its needs assessment."

ANSWERED = """\
Publish the yearly figures in a form that residents can read.
Bring young people onto the board, not only into consultations.
Say in each report which actions are late and why."""
REPLY = """\
1. Agreed: the figures will stand on the council's website each January.
2. Agreed in part: two seats without a vote from the spring, to be looked at after a year.
3. Agreed: this report does so for the first time."""
OPEN = """\
Ask every school in the district about its first contact for worries over violence.
Look again at lighting and bus times around the college after five in the afternoon."""

ASKED = "How many people under 25 were referred to mentoring in each of the past four quarters, and how many began."
GIVEN = "The counts by quarter, with those below five left out so that nobody can be known by them."
ASKED_LATELY = "What the partnership spent on the evening patrol, and from which grant."

MET_ABOUT = "How the six kinds of authority share out the work, before the strategy is revised."
VISIT_ABOUT = "A day with the coordinator and two of the bodies: records, meetings, and how late actions are dealt with."
VISIT_FOUND = """\
The records of meetings are complete, those of attendance are not.
Nobody answers for the fire authority's part once its functions move.
Late actions are known, but boards do not see them."""
VISIT_ANSWER = """\
Attendance has been recorded for every meeting since. The fire authority's part is named in its succession. Late actions now stand first \
in each board pack."""
REPORT_ABOUT = "The commissioner's yearly report on how the duty is met in Anyshire."
REPORT_FOUND = """\
Anyborough sent its last strategy in time, and should say sooner who approves a revision.
Schools answer its consultations better than elsewhere in the county."""

# Theme, level and reason, the earlier time and the later.
THEMES = [
    ("Partnership", "Developing", "Six bodies come; decisions wait for the next meeting.", "Mature", "Decisions are made and minuted."),
    ("Definition", "Preparing", "Only in draft.", "Developing", "Agreed, with one factor still to be written."),
    ("Data and needs assessment", "Preparing", "Police figures alone.", "Developing", "Health data came for the first time."),
    ("Strategy", "Developing", "", "Developing", "Published, and about to be revised."),
    ("Engagement", "Preparing", "One meeting with residents.", "Mature", "Young people were asked in four places."),
]
EVALUATION = ("Evaluation", "Preparing", "Measures are chosen, and nobody reads them yet.")
READINESS_ACTIONS = """\
Write the missing factor of the definition.
Give each measure somebody who reads it out at the board."""

OWN_WORDS = """\
This year we looked hardest at the hours after school. We know that two of our six bodies change hands, and we have named who carries on \
their part."""
