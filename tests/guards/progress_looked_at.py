"""Logging progress as it is looked at in a browser beyond the access table: for one action, for a contributor, and by a personal link."""

from django.urls import reverse

from partnerships.links.keeping import digest, make_link
from partnerships.models import Organisation, Partnership, RoleGrant
from partnerships.models.person import Role
from strategies.models import Action, ActionAsked, NewsAsked
from strategies.progress_mail import PURPOSE
from svduty import clock

TOKEN = "a-good-link-to-actions"
ADDRESS = "figures@anyborough.example"


def progress_ways(slug: str) -> dict[str, tuple[str, str]]:
    """Name -> address and who opens it; "" for nobody in particular."""
    ours = Partnership.objects.get(slug=slug)
    action = _asked_by_mail(ours)
    link = reverse("mailed_link", args=[TOKEN])
    return {
        "my-actions-of-a-contributor": (reverse("my_actions", args=[slug]), Role.CONTRIBUTOR),
        "progress-on-one-action": (f"{reverse('progress_add', args=[slug])}?action={action.pk}", Role.COORDINATOR),
        "progress-link": (link, ""),
        "progress-link-form": (f"{link}?action={action.pk}", ""),
    }


def _asked_by_mail(ours: Partnership) -> Action:
    """Two actions of one mail, the second given to another body since; gives the first."""
    owner = Organisation.objects.filter(pk__in=RoleGrant.objects.filter(partnership=ours).values("body")).order_by("pk")[0]
    more = {"partnership": ours, "contact": ADDRESS, "post": "Data officer"}
    actions = [Action.objects.create(title=title, owner=owner, **more) for title in ("Share the figures", "Check the figures")]
    asked = NewsAsked.objects.create(partnership=ours, address=ADDRESS, asked_on=clock.today())
    for action, body in zip(actions, (owner, None), strict=True):
        ActionAsked.objects.create(news_asked=asked, action=action, owner=body)
    link = make_link(PURPOSE, asked, address=ADDRESS, partnership=ours)
    link.sha256 = digest(TOKEN)
    link.save()
    return actions[0]
