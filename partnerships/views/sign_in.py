from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from partnerships.actions.set_password import set_password
from partnerships.forms.sign_in import ChangePasswordForm, SignInForm
from partnerships.models import User

sign_in = needs(Permission.PUBLIC)(
    LoginView.as_view(
        template_name="partnerships/sign_in.html",
        authentication_form=SignInForm,
        redirect_authenticated_user=True,
        extra_context={"title": "Sign in", "button": "Sign in"},
    )
)
sign_out = needs(Permission.SIGNED_IN)(LogoutView.as_view())


class ChangePassword(PasswordChangeView):
    """The person stays signed in; everywhere else the old password has signed them out."""

    template_name = "components/form_page.html"
    form_class = ChangePasswordForm
    extra_context = {"title": "Change your password", "button": "Change password", "back": reverse_lazy("account")}

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        update_session_auth_hash(self.request, set_password(form))
        messages.success(self.request, "Your password has been changed.")
        return redirect("account")


password_change = needs(Permission.SIGNED_IN)(ChangePassword.as_view())
