"""The organisation's own policy: saved in the store, stamped with a version, old versions kept, to and from a file.

They lie in the store's settings, encrypted, under `policies`; nothing is ever deleted or changed there. The last one
that was taken into use counts; without any the program's own does. A version says what a policy says: two policies of
the same version are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from budgetdesk.actions.library import Library, PolicyUse
from budgetdesk.errors import PolicyError, StoreNotWritableError
from budgetdesk.household.agreement import Agreement
from budgetdesk.i18n import _
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.policy_fields import BY_KEY, checked, problems
from budgetdesk.readers.policy import dump_policy, load_policy, read_policy
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.storage.files import replace_file
from budgetdesk.wording import policy as words

SETTING = "policies"
_STANDARD = ""
"""The text of a use that took the program's own policy back."""


class Settings(Protocol):
    """Where settings are read."""

    def setting(self, key: str) -> object: ...


class PolicyStore(Settings, Protocol):
    """What is needed of a `Workspace`."""

    library: Library
    today: date

    def save_setting(self, key: str, value: object) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A policy as typed, and what is wrong with it: the value's key -> a sentence."""

    policy: Policy | None
    problems: dict[str, str]


def with_own_policy(settings: Settings, library: Library) -> Library:
    """The library with the organisation's policy, as at the opening of a store. Never raises PolicyError: where a saved
    policy no longer fits (the program is newer), the one before it counts, and `policy_problem` says so."""
    shipped = library.shipped_policy
    uses, problem = [], ""
    for entry in _entries(settings.setting(SETTING)):
        try:
            uses.append(_use(entry, shipped))
        except (PolicyError, KeyError, TypeError, ValueError) as error:
            problem = _("En gemt politik kan ikke bruges mere og er sprunget over. {sentence}").format(
                sentence=_sentence(error)
            )
    return _on_top(library, tuple(uses), problem)


def draft(before: Policy, values: dict[str, Any]) -> Draft:
    """`before` with other values (by their keys; `organisation`, `approvals` and `wordings` as they are), checked."""
    found: dict[str, str] = {}
    taken: dict[str, Any] = {}
    for key, value in values.items():
        try:
            taken[key] = checked(BY_KEY[key], value) if key in BY_KEY else value
        except ValueError as error:
            found[key] = _at_field(str(error))
    made = replace(before, **taken)
    found |= {key: _at_field(why) for key, why in problems(made).items() if key not in found}
    return Draft(policy=None if found else made, problems=found)


def save(store: PolicyStore, policy: Policy, *, by: str, note: str = "") -> Policy:
    """Take a policy into use from now on, stamped with a version of its own. Returns it as stamped.

    One that says what the present one says is nothing new. Raises PolicyError without a name.
    """
    _require_name(by)
    if _same(policy, store.library.policy):
        return store.library.policy
    stamped = replace(policy, version=_next_version(store))
    _take(store, stamped, by=by, note=note)
    return stamped


def go_back(store: PolicyStore, version: str, *, by: str) -> Policy:
    """Take an earlier version into use again, the program's own included. Raises PolicyError."""
    _require_name(by)
    policy = policy_of(store.library, version)
    if policy is None:
        raise PolicyError(
            _("Politikken {version} findes ikke her. Vælg en af dem, der står på listen.").format(version=version),
            "version",
        )
    if policy != store.library.policy:
        _take(store, policy, by=by, note=_("Tilbage til {version}").format(version=version))
    return policy


def export_policy(store: PolicyStore, target: Path, version: str = "") -> None:
    """Write a version (default: the one that counts) as a TOML file. Raises PolicyError, StoreNotWritableError."""
    policy = policy_of(store.library, version or store.library.policy.version)
    if policy is None:
        raise PolicyError(
            _("Politikken {version} findes ikke her. Vælg en af dem, der står på listen.").format(version=version),
            "version",
        )
    try:
        replace_file(target, dump_policy(policy).encode())
    except OSError as error:
        raise StoreNotWritableError(
            _("{name} kan ikke skrives. Vælg et andet sted.").format(name=target.name)
        ) from error


def read_file(store: PolicyStore, source: Path) -> Policy:
    """The policy in a file, checked, and not taken into use yet. Raises PolicyError, naming the key."""
    policy = load_policy(source)
    there = policy_of(store.library, policy.version)
    if there is not None and there != policy:
        raise PolicyError(
            _("Der er allerede en politik {version}, og den siger noget andet. Skriv en anden version i filen.").format(
                version=policy.version
            ),
            "version",
        )
    return policy


def import_policy(store: PolicyStore, source: Path, *, by: str) -> Policy:
    """Take the policy of a file into use, under its own version. Raises PolicyError; nothing is then changed."""
    _require_name(by)
    policy = read_file(store, source)
    if policy != store.library.policy:
        _take(store, policy, by=by, note=_("Hentet fra {name}").format(name=source.name))
    return policy


def policy_of(library: Library, version: str) -> Policy | None:
    """The policy of a version; None where it is not here."""
    known = (library.policy, library.shipped_policy, *(use.policy for use in reversed(library.policy_uses)))
    return next((policy for policy in known if policy.version == version), None)


def policy_for(library: Library, agreement: Agreement | None) -> Policy:
    """The policy an agreement was made under, where it is here; otherwise the one that counts."""
    version = agreement.policy_version if agreement and agreement.instalments else ""
    return policy_of(library, version) or library.policy


def versions(library: Library) -> tuple[Policy, ...]:
    """Every policy that was ever in use here, each once, the newest first; the program's own last."""
    found = {use.policy.version: use.policy for use in reversed(library.policy_uses)}
    found.setdefault(library.shipped_policy.version, library.shipped_policy)
    return tuple(found.values())


def changes(before: Policy, after: Policy) -> tuple[str, ...]:
    """What differs between two policies, in words."""
    return words.changes(before, after, {key: wording.title for key, wording in load_wordings().items()})


def is_standard(library: Library) -> bool:
    """Whether the program's example counts, not a policy of the organisation's."""
    return library.policy == library.shipped_policy


def _take(store: PolicyStore, policy: Policy, *, by: str, note: str) -> None:
    shipped = store.library.shipped_policy
    text = _STANDARD if policy == shipped else dump_policy(policy)
    entry = {"text": text, "on": store.today.isoformat(), "by": by.strip(), "note": note.strip()}
    entries = [*_entries(store.setting(SETTING)), entry]
    store.save_setting(SETTING, entries)
    uses = (*store.library.policy_uses, _use(entry, shipped))
    store.library = _on_top(store.library, uses, store.library.policy_problem)


def _on_top(library: Library, uses: tuple[PolicyUse, ...], problem: str) -> Library:
    shipped = library.shipped_policy
    policy = uses[-1].policy if uses else shipped
    return replace(library, policy=policy, program_policy=shipped, policy_uses=uses, policy_problem=problem)


def _use(entry: dict[str, str], shipped: Policy) -> PolicyUse:
    text = entry["text"]
    policy = shipped if text == _STANDARD else read_policy(text, _("i lageret"))
    return PolicyUse(policy=policy, on=date.fromisoformat(entry["on"]), by=entry["by"], note=entry["note"])


def _entries(kept: object) -> list[Any]:
    return list(kept) if isinstance(kept, list) else []


def _next_version(store: PolicyStore) -> str:
    """The day; with a number where the day has one already."""
    day = store.today.isoformat()
    taken = {policy.version for policy in versions(store.library)}
    numbered = (f"{day}.{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (day, *numbered) if name not in taken)


def _same(one: Policy, other: Policy) -> bool:
    return replace(one, version="") == replace(other, version="")


def _require_name(by: str) -> None:
    if not by.strip():
        raise PolicyError(_("Skriv dit navn, så andre kan se, hvem der har ændret politikken."), "by")


def _at_field(why: str) -> str:
    return _("Det {why}.").format(why=why) if why.startswith("skal") else why


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, PolicyError) else _("Den er skrevet af en anden udgave af BudgetDesk.")


DRAFTS = "policy_drafts"


def drafts(store: Settings) -> dict[str, str]:
    """What was typed and not saved as a policy yet: the value's key (or `wordings.KEY`) -> the text."""
    kept = store.setting(DRAFTS)
    return {str(key): str(text) for key, text in kept.items()} if isinstance(kept, dict) else {}


def keep_drafts(store: PolicyStore, texts: dict[str, str]) -> None:
    """Keep what is typed, so that a crash cannot take it; {} forgets it all."""
    if texts != drafts(store):
        store.save_setting(DRAFTS, texts or None)
