"""Renew and compile the catalogues of the tenants' pages: `resources/locale/LANGUAGE/LC_MESSAGES/tenant.po`.

They hold the texts of `documents.tenant.tenant_words` and no others. A text whose Danish changed is asked for anew;
what no page says any more goes. A correction by an interpreter comes through the program (Oversættelser), which keeps
the organisation's own words; what everybody is to have is written here.
"""

from __future__ import annotations

from pathlib import Path

from messages import LOCALE, ROOT, read_catalogue, write_catalogue

from budgetdesk.documents.tenant.tenant_words import LANGUAGES, all_texts

DOMAIN = "tenant"


def catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def main() -> None:
    for language in LANGUAGES:
        file = catalogue(language)
        words = read_catalogue(file) if file.exists() else {}
        write_catalogue(file, language, {text: words.get(text, "") for text in all_texts()})
        left = sum(1 for text in all_texts() if not words.get(text))
        print(f"{file.relative_to(ROOT)}: {left} af {len(all_texts())} tekster er ikke oversat endnu")


if __name__ == "__main__":
    main()
