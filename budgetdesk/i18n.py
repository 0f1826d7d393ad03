"""The language of the window and of a paper: gettext, with Danish as the source language.

    from budgetdesk.i18n import _, ngettext
    _("Tilføj bilag")
    ngettext("{count} bilag mangler", "{count} bilag mangler", count).format(count=count)

Fields are named and filled after translating; never an f-string inside `_()`, or nothing can be found to translate.
The window speaks one language (`use`). Within `with speaking("ar"):` everything this thread asks for is in that
language instead: so a paper for a tenant is made in the tenant's language, and a Danish paper by an English window.
Catalogues lie in `resources/locale/LANGUAGE/LC_MESSAGES/budgetdesk.mo`; `make messages` collects the texts.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

DOMAIN = "budgetdesk"
SOURCE_LANGUAGE = "da"


@dataclass(frozen=True, eq=False)
class Voice:
    """A language and its words. Compared by identity, so that what was made in it may be kept by it."""

    language: str = SOURCE_LANGUAGE
    words: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


DANISH = Voice()
_SPOKEN: ContextVar[Voice | None] = ContextVar("spoken", default=None)


class _Chosen:
    """What the window speaks. The one thing here that changes, when the user changes the language."""

    voice: Voice = DANISH
    folder: Path | None = None


def use(language: str, folder: Path) -> bool:
    """Let the window speak a language from now on. False, and Danish, where `folder` has no catalogue for it."""
    _Chosen.folder = folder
    _Chosen.voice = _shipped(language, folder)
    return _Chosen.voice.language == language


def _shipped(language: str, folder: Path | None) -> Voice:
    if language == SOURCE_LANGUAGE or folder is None:
        return DANISH
    try:
        return Voice(language, gettext.translation(DOMAIN, folder, languages=[language]))
    except OSError:
        return DANISH


@contextmanager
def speaking(language: str, words: gettext.NullTranslations | None = None) -> Iterator[None]:
    """Speak `language` in this thread until the end of the block, whatever the window speaks.

    `words`: its catalogue, such as the organisation's own for a tenant's page. Without it the one that ships with the
    program; where there is none, texts stay Danish, and days are still written as in `language`.
    """
    if words is not None:
        voice = Voice(language, words)
    elif language == _Chosen.voice.language:
        voice = _Chosen.voice
    else:
        voice = _shipped(language, _Chosen.folder)
        voice = voice if voice.language == language else Voice(language)
    with heard(voice):
        yield


@contextmanager
def heard(voice: Voice) -> Iterator[None]:
    """As `speaking`, with a voice that is kept: what is made in it is then made once."""
    token = _SPOKEN.set(voice)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def voice() -> Voice:
    """Who speaks now: the language and its words."""
    return _SPOKEN.get() or _Chosen.voice


def language() -> str:
    """The language that is spoken now, such as `da`."""
    return voice().language


def _(text: str) -> str:
    """`text` in the language that is spoken; `text` itself where it has no translation."""
    return voice().words.gettext(text) if text else text


def ngettext(one: str, many: str, count: int) -> str:
    """The form that fits `count`, in the language that is spoken."""
    return voice().words.ngettext(one, many, count)
