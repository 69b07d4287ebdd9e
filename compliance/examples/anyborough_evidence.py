"""Anyborough's evidence, each piece with a date of its own, and what it says about a duty it sees differently."""

import datetime
from html import escape

from compliance.examples.loading import Example, ago, met_on
from compliance.models import Evidence, Response
from svduty.pdf import render_pdf

ATTENDANCE = (
    b"Body,Meetings in the year,Attended\r\n"
    b"Anyborough District Council,4,4\r\n"
    b"Anyshire County Council,4,4\r\n"
    b"Anyshire Police,4,4\r\n"
    b"Anyshire Probation Service,4,3\r\n"
    b"Anyshire Youth Justice Service,4,4\r\n"
    b"Anyshire Fire and Rescue Authority,4,3\r\n"
    b"NHS Anyshire Integrated Care Board,4,2\r\n"
)
COUNTS = b"Kind,First year,Second year\r\nSerious wounding,231,208\r\nRobbery with a weapon,64,57\r\nRape,118,112\r\nOther,40,35\r\n"
LEAD_MINUTES = [
    "Item 4. All seven specified authorities agreed that the Community Safety Partnership leads the work on the Serious Violence Duty.",
    "Item 5. The board agreed the first local definition of serious violence. It will be looked at again after the needs assessment.",
]


def paper(title: str, paragraphs: list[str], on: datetime.date) -> bytes:
    """A short accessible PDF, marked as invented, dated `on`."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in ["Invented for training.", *paragraphs])
    return render_pdf(f"<h1>{escape(title)}</h1>{body}", title=title, on=on)


def add_evidence(example: Example, on: datetime.date) -> None:
    """Files and links on several requirements as they stand on the day `on`; one was put in the wrong place and withdrawn."""
    lead = example.keep_file("board-minutes-lead.pdf", paper("Board minutes", LEAD_MINUTES, met_on(on, 1145).earliest))
    attendance = example.keep_file("attendance.csv", ATTENDANCE)
    counts = example.keep_file("counts.csv", COUNTS)
    strategy_page = "https://www.anyborough.example/serious-violence"
    minutes_page = "https://www.anyborough.example/board/minutes"
    own = example.partnership
    for evidence in [
        Evidence(requirement="SVD-PART-03", title="Board minutes, items 4 and 5", dated=met_on(on, 1145), file=lead, added_on=on),
        Evidence(
            requirement="SVD-PART-01",
            title="Attendance at the board, by body",
            dated=ago(on, 40),
            file=attendance,
            note="Who came to the four meetings of the last year.",
            added_on=on,
        ),
        Evidence(
            requirement="SVD-DEF-01",
            title="Counts of serious violence, two years",
            dated=ago(on, 160),
            file=counts,
            note="What the board had before it when it considered prevalence. Counts only.",
            added_on=on,
        ),
        Evidence(requirement="SVD-DEF-03", title="Board minutes, item 3", dated=met_on(on, 150), link=minutes_page, added_on=on),
        Evidence(
            requirement="SVD-PUB-01", title="The strategy on the council's website", dated=ago(on, 8), link=strategy_page, added_on=on
        ),
        Evidence(
            requirement="SVD-PUB-03",
            title="The strategy on the council's website",
            dated=ago(on, 8),
            link=strategy_page,
            added_on=on,
            withdrawn_on=on,
            withdrawn_reason="It shows the publication, not the sending, and stands under SVD-PUB-01.",
        ),
    ]:
        evidence.partnership = own
        example.add(evidence)
    response = Response(
        partnership=own,
        requirement="SVD-PART-01",
        text="The merged integrated care board has sent its director of nursing to both meetings since the merger, so we see "
        "health as taking part. The register will follow when that board has named its lead in writing.",
        dated=ago(on, 5),
        by="Chair of the Community Safety Partnership board",
    )
    example.add(response)
