"""A tenant's page in Danish and in another language, from the facts of the case to the PDF."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from budgetdesk import i18n
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.lettering import apart, turns
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import TenantPage
from budgetdesk.documents.tenant.tenant_pages import tenant_page
from budgetdesk.documents.tenant.tenant_words import FRAME
from budgetdesk.documents.tenant.two_languages_pdf import Both, Frame, two_languages_pdf


def page_in(
    name: str, record: Record, answers: Answers, on: date, language: str, words: gettext.NullTranslations
) -> TenantPage:
    """The page of a document in a language. A text that was typed, and is known to the catalogue (the title of a
    benefit, of a line of the budget), is translated too; any other stands as it was typed."""

    def typed(text: str) -> str:
        written = _plain(text)
        told = words.gettext(written) if written else written
        return told if told != written else apart(written)

    with i18n.speaking(language, words):
        made: TenantPage = _said(tenant_page(name, record, answers, on, typed=typed), words.gettext)
        return made


_HALF_SPACE = re.compile("(?<=[\u0620-\u06d3])\u200c(?=[\u0620-\u06d3])")
"""Between two letters of Arabic script: without it Farsi joins what it writes apart."""


def _plain(text: str) -> str:
    """As `plain`, with the half-spaces of Farsi: names have them, and titles that are said in Farsi already."""
    return "\u200c".join(map(plain, _HALF_SPACE.split(text)))


def _said(thing: Any, say: Callable[[str], str]) -> Any:
    """Every text of a page that is a text of the catalogue as it stands: a title that was made before anybody spoke."""
    if isinstance(thing, str):
        return _one_stop(say(thing)) if thing else thing
    if isinstance(thing, tuple):
        return tuple(_said(one, say) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        held = {one.name: getattr(thing, one.name) for one in fields(thing) if one.name not in _NOT_SAID}
        return replace(thing, **{name: _said(value, say) for name, value in held.items()})
    return thing


def _one_stop(said: str) -> str:
    """`kr.` carries its full stop already: an amount may end the sentence in one language and not in another."""
    return said.replace("kr..", "kr.")


_NOT_SAID = frozenset({"name", "field", "pictogram", "phone", "number"})


def danish_page(name: str, record: Record, answers: Answers, on: date) -> TenantPage:
    """The page as it stands to the left. A name in Arabic letters is set apart in it."""
    with i18n.speaking(i18n.SOURCE_LANGUAGE):
        return tenant_page(name, record, answers, on, typed=_danish_typed)


def _danish_typed(text: str) -> str:
    written = _plain(text)
    return apart(written) if turns(written) else written


def two_languages(
    name: str,
    record: Record,
    answers: Answers,
    *,
    on: date,
    language: str,
    words: gettext.NullTranslations,
    there: Answers | None = None,
    unread: str = "",
) -> bytes:
    """The page side by side as PDF. `words` is the catalogue of the language, `there` what follows from the facts as it
    is said in that language (else what is said in Danish, with the titles that are known). `unread`: what is written
    across a page whose translation nobody who speaks the language has read; such a page is to look at only.

    Raises DocumentError for a document that is no tenant's page.
    """
    danish = danish_page(name, record, answers, on)
    other = page_in(name, record, there or answers, on, language, words)
    with i18n.speaking(language, words):
        other_frame = frame()
    with i18n.speaking(i18n.SOURCE_LANGUAGE):
        both = Both(language, danish, other, frame(), other_frame)
        return two_languages_pdf(both, head(record.case, danish.title, on=on, mark=unread))


def frame() -> Frame:
    """What the page says of itself, in the language that is spoken."""
    told = texts.load(FRAME)
    return Frame(told["counts"], told["own_words"])
