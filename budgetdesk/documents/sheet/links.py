"""Addresses of the web and of mail in our own texts, as links that can be followed.

Only texts of ours go through here: those of `resources/`, and what the organisation has said of itself. What somebody
typed into a case never does, so nothing typed becomes a link.
"""

from __future__ import annotations

import re

_NAME = r"[A-Za-z0-9æøåÆØÅ](?:[A-Za-z0-9æøåÆØÅ-]*[A-Za-z0-9æøåÆØÅ])?"
_MAIL = rf"[A-Za-z0-9][A-Za-z0-9.+_-]*@{_NAME}(?:\.{_NAME})+"
_WEB = rf"(?:https?://)?(?:{_NAME}\.)+(?:dk|eu)(?:/(?:[A-Za-z0-9_/.-]*[A-Za-z0-9_/-])?)?"
_PLACE = re.compile(rf"(?<![\w.@/-])(?:({_MAIL})|({_WEB}))(?![\w@])")
FOLLOWED = ("https://", "http://", "mailto:", "tel:")
"""What a link of ours may begin with."""


def linked(ours: str) -> str:
    """Markup of our own with its addresses as links: `borger.dk` leads to `https://borger.dk`.

    The text must hold no link yet; what stands within a tag is left as it is.
    """
    return "".join(part if part.startswith("<") else _PLACE.sub(_link, part) for part in re.split(r"(<[^>]*>)", ours))


def _link(found: re.Match[str]) -> str:
    said = found[0]
    web = said if said.startswith("http") else f"https://{said}"
    target = f"mailto:{said}" if found[1] else web
    return f'<a href="{target}">{said}</a>' if target.isascii() else said
