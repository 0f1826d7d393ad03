"""The translations of the tenants' pages: which there are, who has read them, and what the organisation has put right.

The program ships a translation of every text that no speaker has read. Somebody who speaks the language reads it,
corrects it where needed, and approves it under their name. That is the organisation's own catalogue: kept in the
encrypted store, on top of the shipped one, for all its cases. An approval is of a Danish text and of the words that
were read: where the program's Danish changes, it is another text, and not read yet.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Protocol

from budgetdesk import data_files
from budgetdesk.actions.translation_checks import problem_with
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, PAGES, all_texts, texts_of
from budgetdesk.errors import BadInputError, DocumentError
from budgetdesk.i18n import _, translated

SETTING = "translations"
DOMAIN = "tenant"


class Status(Enum):
    """How far a translation is."""

    UNREAD = "unread"
    """As the program came with it; made by machine."""
    CORRECTED = "corrected"
    """Somebody has changed it; not approved yet."""
    APPROVED = "approved"
    """Somebody who speaks the language has read it."""


@dataclass(frozen=True)
class Translation:
    """One Danish text in one language."""

    danish: str
    text: str
    status: Status = Status.UNREAD
    by: str = ""
    """Who has read or corrected it."""
    on: date | None = None


Kept = Mapping[str, Any]
"""What the store has of one language: Danish text -> text, status, by, on. The whole of it is one step of undo."""


class Settings(Protocol):
    """Where settings are read."""

    def setting(self, key: str) -> object: ...


class Store(Settings, Protocol):
    """Where settings are kept."""

    def save_setting(self, key: str, value: object) -> None: ...


class Words(gettext.NullTranslations):
    """A catalogue of plain texts."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._catalog = dict(words)  # called as in gettext's own catalogues: `i18n.source_of` looks there

    def gettext(self, message: str) -> str:
        return self._catalog.get(message) or message


@cache
def shipped(language: str) -> Mapping[str, str]:
    """The catalogue that came with the program. Raises DocumentError for a language that is not offered."""
    if language not in LANGUAGES:
        codes = ", ".join(f"{code} ({name.lower()})" for code, name in translated(LANGUAGES).items())
        raise DocumentError(
            _("Siderne findes ikke på “{language}”. Vælg et af: {codes}.").format(language=language, codes=codes)
        )
    made = gettext.translation(DOMAIN, data_files.path("locale"), languages=[language])
    return {text: made.gettext(text) for text in all_texts()}


def of_language(settings: Settings | None, language: str) -> tuple[Translation, ...]:
    """Every text of every page, in the order of the pages. Without a store as the program ships them."""
    own = kept(settings, language)
    return tuple(_told(text, own.get(text), shipped(language)) for text in all_texts())


def of_page(settings: Settings | None, language: str, page: str) -> tuple[Translation, ...]:
    """The texts of one page."""
    wanted = set(texts_of(page))
    return tuple(one for one in of_language(settings, language) if one.danish in wanted)


def words(settings: Settings | None, language: str) -> Words:
    """The catalogue a page is made with: what the organisation has put right, and for the rest the shipped one."""
    return Words({one.danish: one.text for one in of_language(settings, language)})


@dataclass(frozen=True)
class Progress:
    """How much of a page has been read."""

    read: int
    of: int

    @property
    def done(self) -> bool:
        return self.read == self.of


def progress(settings: Settings | None, language: str, page: str = "") -> Progress:
    """How much of a page is approved, or of all pages."""
    rows = of_page(settings, language, page) if page else of_language(settings, language)
    return Progress(sum(one.status is Status.APPROVED for one in rows), len(rows))


def correct(store: Store, language: str, danish: str, text: str, *, by: str, on: date) -> Kept:
    """Put a translation right; it is then to be approved. Returns what there was, for undo.

    The shipped words typed again are the shipped words. Raises BadInputError, saying which field was lost.
    """
    text = " ".join(text.split())
    wrong = problem_with(danish, text)
    if wrong:
        raise BadInputError(wrong)
    before = kept(store, language)
    after = {**before, danish: _row(text, Status.CORRECTED, by, on)}
    if text == shipped(language)[danish]:
        after.pop(danish)
    _save(store, language, after)
    return before


def approve(store: Store, language: str, texts: Iterable[str], *, by: str, on: date) -> Kept:
    """Somebody who speaks the language has read these Danish texts' translations. Returns what there was, for undo.

    Raises BadInputError without a name: an approval is somebody's word.
    """
    if not by.strip():
        raise BadInputError(_("Skriv, hvem der har læst teksten. Det skal være en, der taler sproget."))
    before = kept(store, language)
    told = {one.danish: one for one in of_language(store, language)}
    read = {text: _row(told[text].text, Status.APPROVED, by.strip(), on) for text in texts}
    _save(store, language, {**before, **read})
    return before


def keep(store: Store, language: str, told: Iterable[Translation]) -> Kept:
    """Keep many at once, as they were checked elsewhere. Returns what there was, for undo."""
    before = kept(store, language)
    rows = {one.danish: _row(one.text, one.status, one.by, one.on) for one in told if one.on}
    _save(store, language, {**before, **rows})
    return before


def withdraw(store: Store, language: str, texts: Sequence[str]) -> Kept:
    """Take approvals back: what was corrected stays corrected. Returns what there was, for undo."""
    before = kept(store, language)
    after = dict(before)
    for text in texts:
        row = after.pop(text, None)
        if row is not None and row["text"] != shipped(language)[text]:
            after[text] = {**row, "status": Status.CORRECTED.value}
    _save(store, language, after)
    return before


def put_back(store: Store, language: str, before: Kept) -> None:
    """Undo: the language as it stood."""
    _save(store, language, before)


def kept(settings: Settings | None, language: str) -> dict[str, Any]:
    """What the store has of a language; entries that cannot be read are passed over."""
    found = settings.setting(SETTING) if settings is not None else None
    rows = found.get(language, {}) if isinstance(found, dict) else {}
    return {
        danish: row
        for danish, row in rows.items()
        if isinstance(row, dict) and {"text", "status", "by", "on"} <= row.keys() and row["status"] in _KNOWN
    }


_KNOWN = {one.value for one in Status}


def _save(store: Store, language: str, rows: Kept) -> None:
    """Texts that no page says any more are let go."""
    found = store.setting(SETTING)
    everything = dict(found) if isinstance(found, dict) else {}
    everything[language] = {danish: row for danish, row in rows.items() if danish in shipped(language)}
    store.save_setting(SETTING, everything)


def _row(text: str, status: Status, by: str, on: date) -> dict[str, str]:
    return {"text": text, "status": status.value, "by": by, "on": on.isoformat()}


def _told(danish: str, row: Any, ours: Mapping[str, str]) -> Translation:
    if row is None:
        return Translation(danish, ours[danish])
    return Translation(danish, row["text"], Status(row["status"]), row["by"], date.fromisoformat(row["on"]))


def pages_left(settings: Settings | None, language: str) -> tuple[tuple[str, Progress], ...]:
    """Each page with how much of it has been read."""
    rows = {one.danish: one.status for one in of_language(settings, language)}
    made = []
    for page in PAGES:
        texts = texts_of(page)
        made.append((page, Progress(sum(rows[text] is Status.APPROVED for text in texts), len(texts))))
    return tuple(made)
