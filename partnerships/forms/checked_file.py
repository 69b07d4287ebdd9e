from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from svduty.files.check import check_upload
from svduty.files.refused import FileRefused


class CheckedFileField(forms.FileField):
    """A file that has been looked through. A refused one gives its sentence as the field's message.

    `cleaned_data` holds the upload, with what is safe to say of it in its attribute `checked`.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "A PDF, a Word, Excel or OpenDocument file, a picture or a saved e-mail, up to 25 MB.")
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data:
            try:
                data.checked = check_upload(data)
            except FileRefused as refused:
                raise ValidationError(str(refused), code="refused") from None
        return super().clean(data, initial)
