"""Anyborough's two strategies: an earlier one, sent two days late, and today's, published eight days ago, not sent and being revised."""

import datetime
from typing import Any

from compliance.examples import anyborough_texts as texts
from compliance.examples.anyborough_assessments import add_assessments, add_numbers
from compliance.examples.anyborough_consultations import (
    add_consultations,
    add_earlier_consultation,
    add_open_consultation,
    ask_schools_again,
)
from compliance.examples.anyborough_evidence import paper
from compliance.examples.anyborough_reviews import BOARD, look_at_the_earlier_strategy, look_at_todays_strategy
from compliance.examples.loading import Example, ago, met_on
from compliance.models import Submission
from compliance.models.submission import Recipient
from partnerships.models import LocalGovernmentArea, Organisation
from strategies.models import Approval, Publication, SensitivityCheck, Strategy, Version
from strategies.models.publication import Way
from strategies.models.version import CheckResult, Outcome
from svduty import dates
from svduty.vague_dates import VagueDate

FIRST_DUE = datetime.date(2024, 1, 31)  # SI 2022/1304 regulation 3(1)
SPECIFIED = {"council", "county", "police", "probation", "youth", "fire", "health"}
ALL_CLEAR = {"safety": True, "prevention": True, "investigation": True, "institutions": True, "persons": True}

EARLIER_TEXT = [
    "This is the first strategy of Anyborough under the Serious Violence Duty. It is short because we are at the beginning.",
    "We will find out where, when and to whom serious violence happens, and agree what we mean by it.",
    "We will keep a youth worker in the three areas that see the most violence in public, and open a safe space in the evenings.",
    "We will meet four times a year, look at the figures together, and write a fuller strategy within three years.",
]


def add_strategies(example: Example, area: LocalGovernmentArea, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add both strategies with all that led to their versions and happened to them up to the day `on`."""
    first, second = add_assessments(example, area, bodies, on)
    add_numbers(example, area, on)
    # A first strategy had a date in law; when this one is too young for that, it follows one from before the records began.
    too_young = ago(on, 1100).earliest > FIRST_DUE
    earlier = _strategy(example, area, bodies, ago(on, 1100), ago(on, 8), earlier_not_held=too_young, assessment=first)
    version = _earlier_version(example, earlier, area, bodies, on)
    add_earlier_consultation(example, version, area, on)
    look_at_the_earlier_strategy(example, version, on)
    todays = _strategy(example, area, bodies, ago(on, 8), ago(on, -1087), follows=earlier, assessment=second)
    example.write_draft(todays, texts.WORKING_DRAFT, owners={heading: texts.OFFICER for heading, _ in texts.WORKING_DRAFT} | texts.OWNERS)
    published = _published_version(example, todays, area, bodies, on)
    add_consultations(example, published, area, on)
    revised = example.freeze(todays, ago(on, 6), texts.IN_REVIEW, note="With what the board asked for when it approved version 1.")
    example.add(_check(revised, ago(on, 5), CheckResult.NOTHING, "Made before the board was asked."))
    look_at_todays_strategy(example, published, revised, on)
    add_open_consultation(example, published, on)
    ask_schools_again(example, revised, area, on)


def _strategy(
    example: Example, area: LocalGovernmentArea, bodies: dict[str, Organisation], begins: VagueDate, ends: VagueDate, **fields: Any
) -> Strategy:
    first, last = begins.earliest.year, ends.earliest.year
    strategy = Strategy(
        partnership=example.partnership,
        title=f"Anyborough Serious Violence Strategy {first} to {last}",
        period_from=VagueDate.from_edtf(str(first)),
        period_to=VagueDate.from_edtf(str(last)),
        **fields,
    )
    example.add(strategy)
    strategy.areas.add(area)
    strategy.made_by.set([body for body in bodies.values() if body.kind in SPECIFIED])
    return strategy


def _earlier_version(
    example: Example, strategy: Strategy, area: LocalGovernmentArea, bodies: dict[str, Organisation], on: datetime.date
) -> Version:
    """Everything in time but the sending: the seventh day, counting the day of publication, was 1,094 days ago."""
    document = example.keep_file("anyborough-strategy.pdf", paper(strategy.title, EARLIER_TEXT, ago(on, 1130).earliest))
    version = example.freeze_document(strategy, ago(on, 1130), document)
    example.add(_approval(version, met_on(on, 1120), Outcome.APPROVED, "Board minutes, item 7"))
    example.add(_check(version, ago(on, 1110), CheckResult.REMOVED, "The name of one street was taken out."))
    example.add(_on_website(version, ago(on, 1100), area, bodies))
    example.add(_in_another_form(version, ago(on, 1099), "Easy read leaflet", "People who find long texts hard"))
    receipt = example.keep_file("receipt.txt", b"Your message was received. Reference: TRAINING-0001.\r\n")
    sent = Submission(
        strategy_version=version,
        recipient=Recipient.SECRETARY_OF_STATE,
        sender=bodies["Anyborough District Council"],
        sent_on=ago(on, 1092),
        proof=receipt,
        note="Sent two days late: the officer who should have sent it was away.",
    )
    example.add(sent)
    return version


def _published_version(
    example: Example, strategy: Strategy, area: LocalGovernmentArea, bodies: dict[str, Organisation], on: datetime.date
) -> Version:
    """On the website in time, checked a day too late, in no other form yet, and sent only to somebody who does not count."""
    renamed = texts.RENAMED
    version = example.freeze(strategy, ago(on, 30), texts.PUBLISHED, note="With what the consultation changed.", renamed=renamed)
    example.add(_approval(version, met_on(on, 20), Outcome.APPROVED, "Board minutes, item 4"))
    publication = _on_website(version, ago(on, 8), area, bodies)
    publication.reason = "The officer who checks was ill, and the page had been announced for that day."
    example.add(publication)
    example.add(_check(version, ago(on, 7), CheckResult.NOTHING, "Made the day after publication."))
    to_commissioner = Submission(
        strategy_version=version,
        recipient=Recipient.POLICING_BODY,
        sender=bodies["Anyborough District Council"],
        sent_on=ago(on, 6),
        note="For information. Sending it to the commissioner is not the sending that the Regulations ask for.",
    )
    example.add(to_commissioner)
    return version


def _approval(version: Version, decided: VagueDate, outcome: Outcome, reference: str) -> Approval:
    return Approval(strategy_version=version, decided_by=BOARD, decided_on=decided, outcome=outcome, reference=reference)


def _check(version: Version, checked: VagueDate, result: CheckResult, note: str) -> SensitivityCheck:
    by = "Head of Legal Services"
    return SensitivityCheck(strategy_version=version, **ALL_CLEAR, result=result, checked_by=by, checked_on=checked, note=note)


def _on_website(version: Version, published: VagueDate, area: LocalGovernmentArea, bodies: dict[str, Organisation]) -> Publication:
    return Publication(
        strategy_version=version,
        way=Way.WEBSITE,
        published_on=published,
        area=area,
        owner=bodies["Anyborough District Council"],
        address=f"https://www.anyborough.example/serious-violence/{dates.say_short(published.earliest).replace(' ', '-').lower()}",
    )


def _in_another_form(version: Version, published: VagueDate, form: str, audience: str) -> Publication:
    return Publication(strategy_version=version, way=Way.OTHER, published_on=published, other_form=form, audience=audience)
