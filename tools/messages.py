"""Collect the texts of the window for translation, and compile the catalogues in `resources/locale/`.

The template is written anew each time and is not kept: what matters are the catalogues, one per language. A new one:

    .venv/bin/pybabel init -i resources/locale/budgetdesk.pot -d resources/locale -D budgetdesk -l en
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.frontend import CommandLineInterface

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "budgetdesk.pot"


def main() -> None:
    """Extract, update, compile."""
    LOCALE.mkdir(exist_ok=True)
    _babel("extract", "-F", ROOT / "pyproject.toml", "--no-location", "--project", "BudgetDesk", "-o", TEMPLATE, ROOT)
    if list(LOCALE.rglob("*.po")):
        _babel("update", "-i", TEMPLATE, "-d", LOCALE, "-D", "budgetdesk", "--no-fuzzy-matching")
        _babel("compile", "-d", LOCALE, "-D", "budgetdesk")
    print(f"{TEMPLATE.relative_to(ROOT)}: {TEMPLATE.read_text('utf-8').count('msgid ') - 1} tekster")


def _babel(*arguments: object) -> None:
    CommandLineInterface().run(["pybabel", "-q", *map(str, arguments)])


if __name__ == "__main__":
    main()
