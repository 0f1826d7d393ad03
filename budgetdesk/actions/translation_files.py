"""Translations out to an interpreter and home again, as a .po file: it can be read and corrected anywhere.

What nobody has read is marked `fuzzy`, as such files do it. Whoever has read a text takes the mark off; what comes home
without it is approved under the reader's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from budgetdesk.actions import translations
from budgetdesk.actions.translation_checks import problem_with
from budgetdesk.actions.translations import Kept, Settings, Status, Store, Translation
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, pages_with
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.readers.translation_file import Row, read_translation_file


@dataclass(frozen=True)
class TakenIn:
    """What a file that came home changed."""

    approved: int
    corrected: int
    problems: tuple[str, ...]
    """Texts that were left as they were, a sentence each."""
    before: Kept
    """For undo."""


def export(settings: Settings | None, language: str) -> bytes:
    """All texts of a language as .po; the same state gives the same bytes."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - needed seldom
    from babel.messages.pofile import write_po  # noqa: PLC0415

    made = Catalog(locale=language, project="BudgetDesk", fuzzy=False)
    for one in translations.of_language(settings, language):
        flags = () if one.status is Status.APPROVED else ("fuzzy",)
        made.add(one.danish, one.text, flags=flags, auto_comments=_comments(one))
    for message in made:
        message.flags.discard("python-brace-format")
    out = BytesIO()
    write_po(out, made, width=0, omit_header=True)
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {language}\\n"\n\n'
    return (header + out.getvalue().decode()).encode()


def _comments(one: Translation) -> list[str]:
    pages = ", ".join(translated(DOCUMENTS)[page].title for page in pages_with(one.danish) if page in DOCUMENTS)
    read = f"Godkendt af {one.by} {one.on:%d.%m.%Y}" if one.status is Status.APPROVED and one.on else ""
    return [f"Side: {pages}", *([read] if read else [])]


def take_in(store: Store, language: str, data: bytes, *, by: str, on: date) -> TakenIn:
    """Take a file home. What is not marked `fuzzy` was read by `by` and is approved; what is marked, and says something
    else than before, is corrected. Raises BadInputError for another language, or without a name."""
    if not by.strip():
        raise BadInputError(_("Skriv, hvem der har læst filen. Det skal være en, der taler sproget."))
    named, rows = read_translation_file(data)
    if named and named != language:
        whose = translated(LANGUAGES).get(named, named).lower()
        raise BadInputError(_("Filen er på {language}. Vælg det sprog, eller en anden fil.").format(language=whose))
    known = {one.danish: one for one in translations.of_language(store, language)}
    good, problems = _sorted_out(rows, known)
    corrected = [one for one in good if one.unsure and one.text != known[one.danish].text]
    approved = [one for one in good if not one.unsure]
    fresh = [one for one in approved if _is_new(one, known[one.danish])]
    told = [Translation(one.danish, one.text, Status.CORRECTED, by.strip(), on) for one in corrected]
    told += [Translation(one.danish, one.text, Status.APPROVED, by.strip(), on) for one in fresh]
    before = translations.keep(store, language, told)
    return TakenIn(len(fresh), len(corrected), tuple(problems), before)


def _is_new(row: Row, was: Translation) -> bool:
    return was.status is not Status.APPROVED or was.text != row.text


def _sorted_out(rows: tuple[Row, ...], known: dict[str, Translation]) -> tuple[list[Row], list[str]]:
    good: list[Row] = []
    problems: list[str] = []
    for row in rows:
        if row.unsure and row.danish in known and row.text == known[row.danish].text:
            continue  # nobody has touched it
        if row.danish not in known:
            problems.append(_("“{text}” står ikke på nogen side mere.").format(text=_short(row.danish)))
        elif wrong := problem_with(row.danish, row.text):
            problems.append(f"“{_short(row.danish)}”: {wrong}")
        else:
            good.append(row)
    return good, problems


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
