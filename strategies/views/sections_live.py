"""What the editor's script asks while somebody writes: save, look, turn what was pasted into Markdown."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import StaleRecord, save_record
from partnerships.audit.earlier import saved_only_by
from partnerships.views.two_writers import with_own_saves
from strategies.forms.section import SectionForm
from strategies.models import Section
from strategies.placed import findings_of, html_with_findings
from strategies.views.pages import strategy_or_404
from svduty import clock
from svduty.editing.records import Record
from svduty.text.pasted import TooMuchText, html_to_markdown

BY_ITSELF = "X-Saved-By-Itself"
MOST_NOTES = 9999
TOO_MUCH = (
    "That is more formatted text than can be converted at once, so it was pasted without its formatting. Paste it in parts to keep it."
)


def saved_by_itself(request: PartnershipRequest, form: SectionForm) -> JsonResponse:
    """Save as the button does, and answer the script: 200 with the next token and the time, 409 when another save is in the way, 404 when
    the section was removed, 422 when something typed cannot be saved. What is saved already is not written again."""
    if not form.is_valid():
        return JsonResponse({"errors": [str(text) for texts in form.errors.values() for text in texts]}, status=422)
    section = form.instance
    if set(form.changed_data) - {"seen_version"}:
        try:
            section = save_record(form, actor=request.user, partnership=request.partnership)
        except StaleRecord as stale:
            return _after_another_save(request, form, stale.current)
        except Section.DoesNotExist:
            return JsonResponse({}, status=404)
    return _saved(section)


def _after_another_save(request: PartnershipRequest, form: SectionForm, current: Record) -> JsonResponse:
    """A save that was on its way when its page was left is this person's own; 409 says whose it was where words would be lost."""
    merged = with_own_saves(form, current, request.partnership, request.user)
    if merged:
        return saved_by_itself(request, merged)
    own = saved_only_by(request.user, current, form.cleaned_data["seen_version"], request.partnership)
    return JsonResponse({"own": own}, status=409)


def _saved(section: Section) -> JsonResponse:
    saved = {"seen_version": section.version, "state": section.state, "at": f"{clock.local(clock.now()):%H:%M}"}
    return JsonResponse(saved)


@needs(Permission.EDIT)
@require_POST
def section_preview(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """What is typed, as readers will see it. Saves nothing."""
    strategy = strategy_or_404(request, strategy_pk)
    most = SectionForm.base_fields["text"].max_length or 0  # type: ignore[attr-defined]  # it is a text field
    html = html_with_findings(request.POST.get("text", "")[:most], findings_of(strategy), heading_from=4)
    return render(request, "strategies/section_preview.html", {"heading": request.POST.get("heading", ""), "html": html})


@needs(Permission.EDIT)
@require_POST
def section_paste(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """Formatted text from the clipboard as Markdown; 413 with a sentence when it is too much. Saves nothing."""
    strategy_or_404(request, strategy_pk)
    first = request.POST.get("first_note", "")
    number = int(first) if first.isdecimal() and len(first) <= len(str(MOST_NOTES)) else 1
    try:
        return JsonResponse({"markdown": html_to_markdown(request.POST.get("html", ""), first_note=number)})
    except TooMuchText:
        return JsonResponse({"error": TOO_MUCH}, status=413)
