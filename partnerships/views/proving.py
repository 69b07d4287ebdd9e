"""Showing once more who one is, before the ways to sign in change. Wrong tries are counted as at the sign-in."""

from django.http import HttpRequest

from partnerships.access import lock_out
from partnerships.access.client_address import client_address
from partnerships.actions.lock_sign_in import lock_codes, lock_password
from partnerships.forms.second_factor import ShowItIsYouForm, refusal


def is_shown(request: HttpRequest, form: ShowItIsYouForm) -> bool:
    """Was the form sent, in order, and with the right password or code? If not, the form says what is wrong."""
    if request.method != "POST" or not form.is_valid():
        return False
    person = form.person
    what = "password" if form.asks_password else "code"
    key = lock_out.password_of(person.email) if form.asks_password else lock_out.code_of(person)
    try:
        tried = lock_out.take(key, client_address(request))
    except lock_out.TooMany as refused:
        form.add_error(None, refusal(refused, what))
        return False
    if form.shows_it():
        tried.was_right()
        return True
    if tried.locks:
        (lock_password if form.asks_password else lock_codes)(person)
    return False
