from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from compliance.answers import facts_for
from compliance.forms.what_if import WEEKS, WhatIfForm
from compliance.supposing import what_it_may_be_about
from compliance.what_if import what_follows
from compliance.year import LONG_LAW, short_law
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from svduty import clock


@needs(Permission.READ)
def what_if(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?publish=26+2+2027`: the days that would follow, each with its law. Records nothing."""
    today = default_day(request.partnership, clock.today())
    [facts] = facts_for([request.partnership])
    choices = what_it_may_be_about(facts, today)
    asked = {name: text for name, text in request.GET.items() if name in WhatIfForm.base_fields}
    about = asked.get("about") if asked.get("about") in {choice.key for choice in choices} else choices[0].key
    if set(asked) <= {"about"}:
        form = WhatIfForm(choices=choices, initial={"about": about, "weeks": WEEKS})
        chain = None
    else:
        form = WhatIfForm({"weeks": WEEKS, **asked, "about": about}, choices=choices)
        chain = what_follows(facts, form.asked_about, form.supposed, today) if form.is_valid() else None
    context = {
        "form": form,
        "chain": chain,
        "links": [{"link": link, "items": [{"item": item, "law": short_law(item.law)} for item in link.items]} for link in chain.links]
        if chain
        else [],
        "laws": LONG_LAW,
        "breadcrumb": [("The year", reverse("year", args=[slug]))],
    }
    return render(request, "compliance/what_if.html", context)
