"""Behind the personal link of a mail that asked for news: its actions and nothing else. Looking changes nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from partnerships.links.keeping import LinkIsOver, end_of
from partnerships.models import MailedLink
from partnerships.views.mailed_links import LinkPages, link_over
from strategies import queries_progress as queries
from strategies.actions.answer_by_link import answer_no_change, answer_with_news
from strategies.asked_lines import AskedLine, asked_line
from strategies.forms.progress import LinkForm
from strategies.models import NewsAsked, ProgressUpdate
from strategies.progress_mail import mail_asking
from svduty import clock

ALL = "all"
OVER = "This action is over: it was done or stopped meanwhile."


class ProgressPages(LinkPages):
    """Each action with where it stands; "no change" is one button for one or for all, and the short form says more."""

    def open(self, request: HttpRequest, link: MailedLink) -> HttpResponse:
        asking = queries.asking_of(link)
        lines = _lines(asking)
        try:
            if request.method == "POST" and (chosen := request.POST.get("no_change", "")):
                return self._no_change(request, link, asking, lines, chosen)
            line = next((one for one in lines if str(one.asked.action_id) == request.GET.get("action", "")), None)
            if line and (line.open or request.method == "POST"):
                return self._say_more(request, link, asking, line)
        except LinkIsOver:
            link.refresh_from_db()
            return link_over(request, self, link, end_of(link))
        context = {"asking": asking, "lines": lines, "still": sum(line.may_stand_still and not line.answer for line in lines)}
        return render(request, "strategies/progress_link.html", context)

    def _no_change(self, request: HttpRequest, link: MailedLink, asking: NewsAsked, lines: list[AskedLine], chosen: str) -> HttpResponse:
        meant = [line for line in lines if chosen == str(line.asked.action_id) or (chosen == ALL and not line.answer)]
        said = answer_no_change(link, asking, [line.asked.action for line in meant if line.may_stand_still], on=clock.today())
        if said:
            titles = ", ".join(f"“{action.title}”" for action in said)
            messages.success(request, f"Thank you. Recorded: no change on {titles}.")
        else:
            messages.info(request, "Nothing was recorded: see below what has become of it.")
        return redirect(request.path)

    def _say_more(self, request: HttpRequest, link: MailedLink, asking: NewsAsked, line: AskedLine) -> HttpResponse:
        action, today = line.asked.action, clock.today()
        update = ProgressUpdate(partnership=asking.partnership)
        form = LinkForm(request.POST or None, request.FILES or None, instance=update, about=[action], on=today)
        valid = request.method == "POST" and form.is_valid()
        if not line.open:
            form.add_error(None, f"{line.closed or OVER} What you wrote was not recorded.")
        elif valid:
            saved = answer_with_news(form, link, asking, action, on=today)
            messages.success(request, f"Thank you. Recorded: “{action.title}” is {saved.get_state_display().lower()}.")
            return redirect(request.path)
        context = {"form": form, "title": action.title, "line": line, "back": request.path}
        return render(request, "strategies/progress_link_form.html", context)

    def whose(self, link: MailedLink) -> str:
        return "This link answers a question to somebody else"

    def may_renew(self, link: MailedLink) -> bool:
        return any(line.open for line in _lines(queries.asking_of(link)))

    def renew(self, link: MailedLink) -> None:
        mail_asking(queries.asking_of(link))


def _lines(asking: NewsAsked) -> list[AskedLine]:
    contributors, today = queries.contributors_of(asking.partnership), clock.today()
    return [asked_line(line, asking, contributors, today) for line in queries.lines_of(asking)]
