"""The language of the window and of a paper: gettext, with Danish as the source language.

    from budgetdesk.i18n import _, ngettext
    _("Tilføj bilag")
    ngettext("{count} bilag mangler", "{count} bilag mangler", count).format(count=count)

Fields are named and filled after translating; never an f-string inside `_()`, or nothing can be found to translate.
The window speaks one language (`use`). Within `with speaking("ar"):` everything this thread asks for is in that
language instead: so a paper for a tenant is made in the tenant's language, and a Danish paper by an English window.
Catalogues lie in `resources/locale/LANGUAGE/LC_MESSAGES/budgetdesk.mo`; `make messages` collects the texts.

A text that is written before anybody speaks (a constant of a module or a class, a word of a TOML file) is only marked,
and translated where it is used:

    TITLE = N_("Aftale")                     _(TITLE)
    NAMES = {Letter.NONE: N_("brev")}        translated(NAMES)[letter]
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")

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


def pgettext(context: str, text: str) -> str:
    """`text` in the language that is spoken, where one Danish word has several: `pgettext("enhed", "år")`."""
    return voice().words.pgettext(context, text)


def ngettext(one: str, many: str, count: int | Decimal) -> str:
    """The form that fits `count`, in the language that is spoken; a count that is not whole takes that of many."""
    whole = int(count)
    return voice().words.ngettext(one, many, whole if whole == count else 2)


class Marked(str):
    """A Danish text that was written before anybody spoke: the text itself, and `translated` knows it for one."""

    __slots__ = ()

    def __str__(self) -> str:
        return self


def N_(text: str) -> str:
    """Mark a constant for the catalogue; it stays Danish until `_` or `translated` is asked."""
    return Marked(text)


def translated(thing: T) -> T:
    """`thing` with every marked text in it, however deep, in the language that is spoken.

    For things that last as long as the program, such as a constant or what was read from a TOML file: what was made of
    one is kept. It knows what it made itself, so that a Danish paper gets the Danish words of an English window back.
    """
    now = voice()
    if now is DANISH and not _origins:
        return thing
    seen = _seen.setdefault(now, {})
    if (known := seen.get(id(thing))) is None:
        if len(seen) >= MOST_SEEN:  # somebody asks for things that do not last
            seen.clear()
        known = seen[id(thing)] = (thing, _remade(thing, now, keep=True))
    made: T = known[1]
    return made


LEAST_SAID = 12
"""So many letters outside its fields a text must have to be known again among all texts."""


def retold(text: str, among: tuple[str, ...] = (), *, least: int = LEAST_SAID) -> str:
    """What was said in Danish and kept, such as a task in the store or an error of an action that speaks Danish, in the
    language that is spoken; `text` itself where no text of the catalogue says it.

    `among`: the texts it can be, where they are known. Without, a text whose fields hold most of it is not taken for
    one that the program said, unless `least` lets it: nobody types the name of a step. What stands in a field is
    translated where the catalogue has exactly that, and so are the months in it where it is a time.
    """
    now = voice()
    if now.language == SOURCE_LANGUAGE or not text:
        return text
    words: Mapping[Any, Any] = vars(now.words).get("_catalog", {})
    if isinstance(whole := words.get(text), str):
        return whole
    key = (id(now.words), among, least)
    if key not in _longest:
        _longest[key] = (now.words, tuple((_piece(one), one) for one in among or _whole_sentences(words, least)))
    for piece, danish in _longest[key][1]:
        if piece in text and (found := _pattern(danish).fullmatch(text)):
            return _(danish).format(**{name: _in_field(told) for name, told in found.groupdict().items()})
    return text


def kept(text: str, **fields: str) -> str:
    """A Danish text of ours with its fields, as a case keeps it whatever is spoken: a field that was said in another
    language is told in Danish. `retold` shows it."""
    return text.format(**{name: source_of(told) for name, told in fields.items()})


def _in_field(told: str) -> str:
    """What stands in a field: a text of the catalogue, such a text inside a sentence, or a time."""
    if (said := _(told)) != told:
        return said
    begun = told[:1].upper() + told[1:]
    if (said := _(begun)) != begun:
        return said[:1].lower() + said[1:]
    return retold_time(told)


MONTHS = (
    N_("januar"), N_("februar"), N_("marts"), N_("april"), N_("maj"), N_("juni"), N_("juli"), N_("august"),
    N_("september"), N_("oktober"), N_("november"), N_("december"),
)  # fmt: skip
_MONTH = re.compile("|".join(MONTHS))
_TIME = re.compile(rf"(?:(?:{_MONTH.pattern}|\d{{4}}|–|og)(?: |, |\b|(?=–)))+")


def retold_time(told: str) -> str:
    """`oktober 2026`, `august–oktober 2026`, `november 2025 – oktober 2026`, `maj og oktober 2026` in the language that
    is spoken; anything else as it stands."""
    if not _TIME.fullmatch(told):
        return told
    return _MONTH.sub(lambda found: _(found[0]), told).replace(" og ", _(" og "))


_FIELD = re.compile(r"\{(\w+)\}")


def _whole_sentences(words: Mapping[Any, Any], least: int) -> list[str]:
    """The texts of a catalogue with fields, those that say most first."""
    texts = {one if isinstance(one, str) else one[0] for one in words if _is_text(one) or isinstance(one, tuple)}
    said = {one: sum(map(str.isalpha, _FIELD.sub("", one))) for one in texts if _FIELD.search(one)}
    return sorted((one for one, letters in said.items() if letters >= least), key=lambda one: -said[one])


def _piece(danish: str) -> str:
    """The longest piece of a text between its fields."""
    return max(_FIELD.split(danish)[::2], key=len).replace("{{", "{").replace("}}", "}")


@cache
def _pattern(danish: str) -> re.Pattern[str]:
    """What a text with fields reads like. Made when it is first asked for: there are thousands."""
    pieces = _FIELD.split(danish)
    seen: set[str] = set()
    made = ""
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            made += re.escape(piece.replace("{{", "{").replace("}}", "}"))
        else:
            made += f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)"
            seen.add(piece)
    return re.compile(made, re.DOTALL)


def source_of(text: str) -> str:
    """The Danish text whose translation `text` is, for what is kept in the store; `text` itself where it is none."""
    now = voice()
    if now is DANISH or now.language == SOURCE_LANGUAGE:
        return text
    if now not in _sources:
        words: Mapping[Any, str] = vars(now.words).get("_catalog", {})
        _sources[now] = {english: danish for danish, english in words.items() if _is_text(danish)}
    return _sources[now].get(text, text)


def _is_text(key: Any) -> bool:
    """Whether a key of a catalogue is a text by itself: no form of a plural, no word that needs its context."""
    return isinstance(key, str) and "\x04" not in key


_made: WeakKeyDictionary[Voice, dict[int, tuple[Any, Any]]] = WeakKeyDictionary()
"""By voice: id -> (what was asked for, what was made of it); both are held, so that the id stays theirs."""
_origins: dict[int, tuple[Any, Any]] = {}
"""id of what was made -> (what was made, what it was made of)."""
_sources: WeakKeyDictionary[Voice, dict[str, str]] = WeakKeyDictionary()
MOST_SEEN = 2_000
_seen: WeakKeyDictionary[Voice, dict[int, tuple[Any, Any]]] = WeakKeyDictionary()
"""By voice: id -> (what was asked for, what was given): nothing is looked through twice."""
_longest: dict[Any, tuple[Any, tuple[tuple[str, str], ...]]] = {}
"""By words and texts: the longest piece of each text, and the text. The words are held: their id stays theirs."""


def _kept(thing: Any, now: Voice) -> Any:
    """What was made of a thing before; of a thing that was made itself, what it was made of."""
    origin = _origins.get(id(thing), (None, thing))[1]
    if now.language == SOURCE_LANGUAGE:
        return origin if origin is not thing else None
    return _made.get(now, {}).get(id(origin), (None, None))[1]


def _remade(thing: Any, now: Voice, *, keep: bool = False) -> Any:
    if isinstance(thing, str):
        return now.words.gettext(thing) if isinstance(thing, Marked) and thing else thing
    if (found := _kept(thing, now)) is not None:
        return found
    origin = _origins.get(id(thing), (None, thing))[1]
    made = _inside(origin, now)
    if keep and made is not origin and now.language != SOURCE_LANGUAGE:
        _made.setdefault(now, {})[id(origin)] = (origin, made)
        _origins[id(made)] = (made, origin)
    return made


def _inside(thing: Any, now: Voice) -> Any:
    """A copy with other parts; the thing itself where no part changes."""
    if isinstance(thing, list | tuple | set | frozenset):
        parts = [_remade(one, now) for one in thing]
        if all(new is old for new, old in zip(parts, thing, strict=True)):
            return thing
        return type(thing)(*parts) if hasattr(thing, "_fields") else type(thing)(parts)
    if isinstance(thing, dict | MappingProxyType):
        values = {key: _remade(value, now) for key, value in thing.items()}
        return thing if all(values[key] is thing[key] for key in values) else type(thing)(values)
    if is_dataclass(thing) and not isinstance(thing, type):
        now_held = {one.name: getattr(thing, one.name) for one in fields(thing) if one.init}
        new = {name: _remade(value, now) for name, value in now_held.items()}
        changed = {name: value for name, value in new.items() if value is not now_held[name]}
        return replace(thing, **changed) if changed else thing
    return thing
