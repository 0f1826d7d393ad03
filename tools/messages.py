"""Collect the texts of the program for translation, and renew and compile the catalogues in `resources/locale/`.

Texts come from `_()`, `ngettext()` and `N_()` in the sources, and from the words of the TOML files
(`budgetdesk/readers/toml_words.py` says which). The template is written anew each time and is not kept: what matters
are the catalogues, one per language, sorted by their Danish text so that two people's changes seldom meet. The `.mo`
beside each is kept as well, so that a checkout and a wheel need no step to speak it; a test holds it up to date.

A new language:

    .venv/bin/pybabel init -i resources/locale/budgetdesk.pot -d resources/locale -D budgetdesk -l pl
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "budgetdesk"
AFTER_CONTEXT = "\x04"
"""Between a context and its text, as gettext has it."""
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Written where a catalogue says when it was made, so that the same words give the same bytes."""
Words = Mapping[Any, Any]
"""Danish text, or (one, many) -> translation, or its plural forms."""


def main() -> None:
    """Extract, renew, compile."""
    LOCALE.mkdir(exist_ok=True)
    extract(TEMPLATE)
    with TEMPLATE.open("rb") as stream:
        asked = {_key(message) for message in read_po(stream) if message.id}
    for file in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        language = file.parent.parent.name
        words = read_catalogue(file)
        write_catalogue(file, language, {text: words.get(text, "") for text in asked})
        told = sum(1 for text in asked if not is_translated(words.get(text, "")))
        print(f"{file.relative_to(ROOT)}: {told} af {len(asked)} tekster er ikke oversat endnu")
    print(f"{TEMPLATE.relative_to(ROOT)}: {len(asked)} tekster")


def extract(template: Path) -> None:
    """Write the template: every text that is marked, once."""
    keywords = ("-k", "N_")
    mapping = ROOT / "pyproject.toml"
    _babel("extract", "-F", mapping, *keywords, "--no-location", "--project", "BudgetDesk", "-o", template, ROOT)


def read_catalogue(file: Path) -> dict[Any, Any]:
    """The words of a catalogue that is not compiled."""
    with file.open("rb") as stream:
        return {_key(message): message.string for message in read_po(stream) if message.id}


def _key(message: Message) -> Any:
    """What a message is known by: its text, (one, many), or a text after the context that decides what it means."""
    return f"{message.context}{AFTER_CONTEXT}{message.id}" if message.context else message.id


def is_translated(said: str | Iterable[str]) -> bool:
    """Whether nothing is left empty."""
    return bool(said) if isinstance(said, str) else all(said)


def write_catalogue(file: Path, language: str, words: Words) -> None:
    """Write a catalogue and compile it beside: the same words give the same bytes."""
    made = Catalog(locale=language, domain=DOMAIN, project="BudgetDesk", fuzzy=False)
    for text in sorted(words, key=_first):
        context, _after, word = text.rpartition(AFTER_CONTEXT) if isinstance(text, str) else ("", "", text)
        made.add(word, words[text] or None, flags=(), context=context or None)
    for message in made:
        message.flags.discard("python-brace-format")
    out = BytesIO()
    write_po(out, made, width=120, omit_header=True, sort_output=False)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {made.plural_forms}\\n"\n\n'
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(header + out.getvalue().decode().lstrip("\n"), "utf-8", newline="\n")
    file.with_suffix(".mo").write_bytes(compiled(file))


def _first(text: Any) -> str:
    return text if isinstance(text, str) else str(text[0])


def compiled(file: Path) -> bytes:
    """What the `.mo` of a catalogue must be."""
    with file.open("rb") as stream:
        read = read_po(stream)
    read.fuzzy = False
    read.creation_date = NO_DAY
    out = BytesIO()
    write_mo(out, read)
    return out.getvalue()


def _babel(*arguments: object) -> None:
    CommandLineInterface().run(["pybabel", "-q", *map(str, arguments)])


if __name__ == "__main__":
    main()
