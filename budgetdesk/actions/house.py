"""The organisation's own data and words: kept in the store's settings, encrypted, and on top of every library."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Protocol

from budgetdesk.actions.library import Library
from budgetdesk.casework.house import LONGEST, TEXT_FIELDS, Expectation, House, worded
from budgetdesk.documents.sheet import texts
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

SETTING = "house"


class Settings(Protocol):
    """Where settings are read."""

    def setting(self, key: str) -> object: ...


class HouseStore(Settings, Protocol):
    """What is needed of a `Workspace`."""

    library: Library

    def save_setting(self, key: str, value: object) -> None: ...


def with_house(settings: Settings, library: Library) -> Library:
    """The library with the organisation's own data, as at the opening of a store."""
    return replace(library, house=house_of(settings))


def house_of(settings: Settings) -> House:
    """What is kept; what cannot be read is left empty, and asked for again."""
    kept = settings.setting(SETTING)
    if not isinstance(kept, dict):
        return House()
    known = {name: str(kept.get(name, "")) for name in TEXT_FIELDS}
    words = kept.get("words", {})
    return House(**known, words=_pairs(words if isinstance(words, dict) else {}))


def save_house(store: HouseStore, house: House) -> None:
    """Keep it, from now on. Raises BadInputError for a text that is longer than a page can hold."""
    for name, text in (*((f.name, getattr(house, f.name)) for f in fields(house) if f.name != "words"), *house.words):
        if len(text) > LONGEST:
            raise BadInputError(
                _("Teksten “{text} …” ({name}) er for lang. Skriv højst {longest} tegn.").format(
                    text=text[:30], name=name, longest=LONGEST
                )
            )
    own = {key: text.strip() for key, text in house.words if text.strip()}
    store.save_setting(SETTING, {name: getattr(house, name).strip() for name in TEXT_FIELDS} | {"words": own})
    store.library = replace(store.library, house=house_of(store))


def expectations(house: House) -> tuple[Expectation, ...]:
    """The parts of the talk about expectations, as this organisation says them."""
    return worded(program_expectations(), house)


def program_expectations() -> tuple[Expectation, ...]:
    """As the program says them."""
    return tuple(
        Expectation(part["key"], part["heading"], tuple(part["lines"])) for part in texts.load("forventninger")["parts"]
    )


def _pairs(words: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(text)) for key, text in words.items())
