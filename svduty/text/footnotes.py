"""Footnotes in Markdown: `[^1]` in the text, and a line of its own that begins with `[^1]:`."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

CALL = re.compile(r"\[\^([^\s\[\]]{1,50})\]")
PLACE_OF_NOTE = re.compile(r"note(-call)?-[0-9a-f]{10}-\d{1,5}")
MARK_OF_TEXT = "mark_of_text"  # env: ten hexadecimal digits that no other text of the page has


def add_footnotes(parser: MarkdownIt) -> None:
    """Teach a parser footnotes. Each text is rendered with its own `env[MARK_OF_TEXT]`, so that notes of several never meet."""
    footnote_plugin(parser, inline=False)
    # The library looks for a bracket to the end of the text, at each that opens.
    parser.inline.ruler.at("footnote_ref", _call)
    parser.add_render_rule("footnote_ref", _draw_call)
    parser.add_render_rule("footnote_block_open", lambda *_: "<hr>\n<ol>\n")
    parser.add_render_rule("footnote_block_close", lambda *_: "</ol>\n")
    parser.add_render_rule("footnote_open", lambda _, tokens, at, __, env: f'<li id="{_place("note", tokens[at], env)}">')
    parser.add_render_rule("footnote_close", lambda *_: "</li>\n")
    parser.add_render_rule("footnote_anchor", _draw_way_back)


def _call(state: StateInline, silent: bool) -> bool:
    notes = state.env.get("footnotes", {})
    found = CALL.match(state.src, state.pos, state.posMax)
    if found is None or f":{found[1]}" not in notes.get("refs", {}):
        return False
    if not silent:
        refs, listed = notes["refs"], notes.setdefault("list", {})
        if refs[f":{found[1]}"] < 0:
            refs[f":{found[1]}"] = len(listed)
            listed[len(listed)] = {"label": found[1], "count": 0}
        number = refs[f":{found[1]}"]
        token = state.push("footnote_ref", "", 0)
        token.meta = {"id": number, "subId": listed[number]["count"], "label": found[1]}
        listed[number]["count"] += 1
    state.pos = found.end()
    return True


def _place(kind: str, token: Token, env: Any) -> str:
    return f"{kind}-{env[MARK_OF_TEXT]}-{token.meta['id'] + 1}"


def _draw_call(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token = tokens[at]
    own = f' id="{_place("note-call", token, env)}"' if token.meta["subId"] == 0 else ""
    return f'<sup><a href="#{_place("note", token, env)}"{own}>[{token.meta["id"] + 1}]</a></sup>'


def _draw_way_back(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """One way back a note, to where it was first called."""
    if tokens[at].meta["subId"]:
        return ""
    return f' <a href="#{_place("note-call", tokens[at], env)}">Back to [{tokens[at].meta["id"] + 1}]</a>'
