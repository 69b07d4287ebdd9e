from typing import Any

from strategies.export.version_writing import version_writing
from strategies.models import Version
from strategies.models.version import Form
from strategies.public_reading import why_closed
from strategies.queries_public import public_page_of


def public_panel(version: Version) -> dict[str, Any]:
    """For version_public_page.html: the `page` that stands, if any; why nobody can read it (`closed`); and whether its PDF is `wanted`."""
    page = public_page_of(version)
    typed = page is not None and version.form == Form.TYPED
    wanted = typed and page is not None and page.made_from != version_writing(version, public=True).made_from
    return {"page": page, "closed": why_closed(version), "wanted": wanted}
