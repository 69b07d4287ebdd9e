"""Layout of forms beyond what the form library brings."""

from typing import Any

from crispy_forms.layout import Fieldset


class Details(Fieldset):
    """Fields that most people leave alone, folded under a summary; open where something is filled in or wrong."""

    template = "%s/layout/details.html"
    open = False

    def render(self, form: Any, context: Any, template_pack: Any = "svd", **kwargs: Any) -> Any:
        self.open = any(form[name].errors or form[name].value() for name in self.fields if name in form.fields)
        return super().render(form, context, template_pack, **kwargs)
