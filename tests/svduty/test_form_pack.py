"""What the form pack promises for every field: a label, its hint, its error, and no loss of what was typed."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template

from svduty.components_page import ExampleForm

# Crispy asks the address book whether a form's action is a route's name.
pytestmark = pytest.mark.urls("tests.svduty.components_urls")

GOOD = {
    "title": "Our strategy",
    "agreed": "20 2 2024",
    "body": "la",
    "outcome": "yes",
    "password": "correct horse battery",
    "consulted": ["schools"],
}


def drawn(form: forms.BaseForm | forms.BaseFormSet) -> str:
    return Template("{% load crispy_forms_tags %}{{ form|crispy }}").render(Context({"form": form}))


def visible(form: forms.BaseForm) -> list[str]:
    return [field.name for field in form.visible_fields()]


@pytest.mark.parametrize("name", visible(ExampleForm()))
def test_every_kind_of_field_has_its_label_and_hint(name):
    html = drawn(ExampleForm())
    field = ExampleForm()[name]
    assert re.search(rf"<(label|legend)[^>]*>\s*{re.escape(field.label)}( \(optional\))?\s*</", html)
    assert f'id="{field.auto_id}"' in html
    if field.help_text:
        assert f'id="{field.auto_id}-hint"' in html
        assert field.help_text in html


def test_error_summary_links_each_message_to_a_field_that_is_there():
    form = ExampleForm({})
    html = drawn(form)
    targets = re.findall(r'<a href="#([^"]+)">', html)
    assert targets == [form[name].auto_id for name in form.errors]
    assert len(targets) == 5
    for target in targets:
        assert html.count(f'id="{target}"') == 1


def test_error_stands_beside_its_field_and_is_tied_to_it():
    html = drawn(ExampleForm({**GOOD, "title": ""}))
    assert 'id="id_title-error"' in html
    assert re.search(r'<input[^>]*id="id_title"[^>]*aria-describedby="id_title-hint id_title-error"', html)


def test_error_summary_is_drawn_once_a_page():
    template = "{% load components crispy_forms_tags %}{% error_summary form %}{{ form|crispy }}"
    html = Template(template).render(Context({"form": ExampleForm({})}))
    assert html.count("There is a problem") == 1


def test_an_error_of_the_whole_form_is_shown_without_a_link():
    form = ExampleForm(GOOD)
    form.add_error(None, "The end is before the start. Change one of them.")
    assert "<li>The end is before the start. Change one of them.</li>" in re.sub(r"\s*(</?li>)\s*", r"\1", drawn(form))


def test_a_form_never_sent_shows_no_errors():
    assert "govuk-error" not in drawn(ExampleForm())


@pytest.mark.parametrize("text", ["One\n  two\n\nthree", "\nbegins with a line break", "</textarea><script>alert(1)</script>"])
def test_long_text_comes_back_exactly_as_typed(text):
    html = drawn(ExampleForm({**GOOD, "reasons": text}))
    inside = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.S)[1]
    as_browsers_read_it = inside.removeprefix("\n")
    for coded, plain in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&amp;", "&")):
        as_browsers_read_it = as_browsers_read_it.replace(coded, plain)
    assert as_browsers_read_it == text
    assert "<script" not in html


def test_what_people_type_and_name_is_never_markup():
    class Hostile(forms.Form):
        bold = forms.CharField(label="<b>label</b>", help_text="<b>hint</b>")
        pick = forms.ChoiceField(label="Pick", choices=[("<b>", "<b>choice</b>")], widget=forms.RadioSelect)

    html = drawn(Hostile({"bold": '"><b>typed</b>', "pick": "<b>other"}))
    assert "<b>" not in html
    assert "&lt;b&gt;choice&lt;/b&gt;" in html


def test_choices_made_are_still_made():
    html = drawn(ExampleForm({**GOOD, "public": "on", "title": ""}))
    assert re.search(r'value="la"\s+selected', html)
    assert re.search(r'value="yes"\s+checked', html)
    assert re.search(r'value="schools"\s+checked', html)
    assert re.search(r'name="public"[^>]*checked', html)
    assert len(re.findall(r"\schecked", html)) == 3


def test_a_password_is_never_printed_back():
    assert "correct horse battery" not in drawn(ExampleForm({**GOOD, "title": ""}))


def test_hidden_fields_have_no_label():
    html = drawn(ExampleForm(initial={"token": "abc"}))
    assert '<input type="hidden" name="token" value="abc" id="id_token">' in html
    assert 'for="id_token"' not in html


def test_optional_fields_say_so_unless_the_form_is_all_optional():
    html = drawn(ExampleForm())
    assert "Spent this quarter (optional)" in html
    assert "Title of the strategy (optional)" not in html

    class Filters(forms.Form):
        mark_optional = False
        who = forms.CharField(label="Who", required=False)

    assert "optional" not in drawn(Filters())


def test_crispy_tag_draws_a_whole_form_with_files_and_a_button():
    from crispy_forms.helper import FormHelper
    from crispy_forms.layout import Fieldset, Layout, Submit

    class Upload(forms.Form):
        title = forms.CharField(label="Title")
        file = forms.FileField(label="File")

    form, helper = Upload(), FormHelper()
    helper.layout = Layout(Fieldset("The document", "title", "file"))
    helper.add_input(Submit("save", "Save it"))
    html = render_crispy_form(form, helper, {"csrf_token": "token"})
    assert '<form method="post" novalidate enctype="multipart/form-data"' in html
    assert html.count("<form") == html.count("</form>") == 1
    assert "csrfmiddlewaretoken" in html
    assert '<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">The document</legend>' in html
    assert html.count('type="file"') == 1
    assert ">Save it</button>" in html


def test_each_form_of_a_set_is_drawn_and_its_errors_are_listed():
    class Line(forms.Form):
        words = forms.CharField(label="Words")

    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-words": "here", "form-1-words": ""}
    html = drawn(forms.formset_factory(Line, extra=0)(sent))
    assert 'name="form-TOTAL_FORMS"' in html
    assert html.count("<label") == 2
    assert re.findall(r'<a href="#([^"]+)">', html) == ["id_form-1-words"]


class Asking(forms.Form):
    often = forms.ChoiceField(choices=[("times", "A number of times"), ("need", "When there is need")], widget=forms.RadioSelect)
    times = forms.IntegerField(label="How many times")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["often"].reveals = {"times": "times"}


def test_what_a_choice_asks_besides_stands_under_it_and_needs_no_script():
    html = Template("{% load components %}{% form_field form.often %}").render(Context({"form": Asking({"times": "many"})}))
    under = html.split('class="govuk-radios__conditional"')[1].split("When there is need")[0]
    assert 'name="times"' in under
    assert 'value="many"' in under
    assert "Enter a whole number." in under
    assert "aria-controls" not in html


def test_a_file_that_was_sent_with_what_was_wrong_has_to_be_chosen_again_and_it_says_so():
    class Paper(forms.Form):
        title = forms.CharField()
        upload = forms.FileField(required=False, help_text="A PDF.")

    lost = "A PDF. The file was not kept, because the form was not saved yet. Choose it again."
    file = SimpleUploadedFile("paper.pdf", b"%PDF")
    assert lost in drawn(Paper({}, {"upload": file}))
    assert "Choose it again" not in drawn(Paper({}, {}))
