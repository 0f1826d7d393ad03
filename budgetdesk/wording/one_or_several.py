"""What we say to a household, as it is said to one adult: `Fik I boligstøtte?` is `Fik du boligstøtte?`.

Our Danish texts speak to several. Where one adult lives in the home they are said to one, on the screen and on paper.
Never for what somebody typed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial

from budgetdesk.benefits.assessment import Assessment, Step
from budgetdesk.benefits.findings import Finding, Findings
from budgetdesk.benefits.guide import Guide, Question
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.i18n import SOURCE_LANGUAGE, _, language, source_of

_VERBS = "betaler|er|får|har|kan|mister|må|skal|står|tjener|vil|vælger"
_TO_ONE = tuple(
    (re.compile(heard), said)
    for heard, said in (
        (r"\bI er gået fra hinanden\b", "du er gået fra din partner"),
        (r"\bI flytter sammen eller fra hinanden\b", "du flytter sammen med en anden eller fra en anden"),
        (r"\bnår I er et par\b", "når man er et par"),
        (r"\ben af jer\b", "du"),
        (r"\bingen af jer betale\b", "du ikke betale"),
        (r"\bHvem af jer\b", "Hvem"),
        (r"(?<=[a-zæøå,] )I\b(?! (?:alt|dag|bliver enige)\b)", "du"),
        (r"\b([Ee]r) du (socialt )?udsatte\b", r"\1 du \2udsat"),
        (r"\b([Ee]r du u?|du ikke er )enige\b", r"\1enig"),
        (rf"(?<=: )I (?!er to )(?=(?:{_VERBS})\b)", "du "),
        (rf"(?:^|(?<=[.?!] ))I (?!er to )(?=(?:{_VERBS})\b)", "Du "),
        (r"\bjer\b", "dig"),
        (r"\b([Jj])eres (?=(?:hjem|indskud|liv)\b)", "{}it "),
        (r"\b([Jj])eres (?=(?:forhold|penge|svar|tal)\b)", "{}ine "),
        (r"\b([Jj])eres\b", "{}in"),
    )
)
"""A great I that begins no sentence is the pronoun; one that does is, before a verb. `{}` is a d as great as the j."""
_NOT_ADULT_HERE = frozenset({Role.CHILD, Role.LODGER})


def one_adult(case: Case) -> bool:
    """Whether only one adult of the household lives in the home."""
    here = [one for one in case.persons if one.role not in _NOT_ADULT_HERE and one.lives_at_home]
    return len(here) <= 1


def said_to(told: str, case: Case) -> str:
    """A text of ours as it is said to this household. Only Danish is changed: other languages are `told_to`."""
    return as_one(told) if language() == SOURCE_LANGUAGE and one_adult(case) else told


@lru_cache(maxsize=4096)
def as_one(told: str) -> str:
    """A Danish text of ours that speaks to several, said to one."""
    for heard, said in _TO_ONE:
        told = heard.sub(partial(_great_or_small, said) if "{}" in said else said, told)
    return told


def _great_or_small(said: str, found: re.Match[str]) -> str:
    return said.format("D" if found[1] == "J" else "d")


def told_to(told: str, case: Case) -> str:
    """As `said_to`, for a text that may be in another language already or still has to be: there it is the translation
    of what is said to one, where the catalogue has that."""
    if language() == SOURCE_LANGUAGE or not one_adult(case):
        return _(said_to(told, case))
    danish = source_of(told)
    one = as_one(danish)
    said = _(one)
    return said if said != one else _(told)


def assessment_to(one: Assessment, case: Case) -> Assessment:
    """An answer, in all that it says but the names of papers, as it is said to this household."""
    if not _changes(case):
        return one
    return replace(
        one,
        summary=as_one(one.summary),
        how_to_apply=as_one(one.how_to_apply),
        steps=_steps(one.steps),
        checklist=_steps(one.checklist),
        look_again=tuple(replace(again, why=as_one(again.why)) for again in one.look_again),
        cannot_see=tuple(map(as_one, one.cannot_see)),
    )


def _steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(replace(step, text=as_one(step.text), because=as_one(step.because)) for step in steps)


def findings_to(findings: Findings, case: Case) -> Findings:
    """What was found, each answer as it is said to this household."""
    if not _changes(case):
        return findings
    return replace(
        findings,
        found=_each(findings.found, case),
        once=_each(findings.once, case),
        received=_each(findings.received, case),
        doubtful=_each(findings.doubtful, case),
        discretion=_each(findings.discretion, case),
        quiet=_each(findings.quiet, case),
        not_relevant=_each(findings.not_relevant, case),
    )


def _each(findings: tuple[Finding, ...], case: Case) -> tuple[Finding, ...]:
    return tuple(replace(one, assessment=assessment_to(one.assessment, case)) for one in findings)


def guide_to(guide: Guide, case: Case) -> Guide:
    """What is known of a benefit, as it is said to this household; names of papers stay."""
    if not _changes(case):
        return guide
    return replace(
        guide,
        decided_by=as_one(guide.decided_by),
        how_to_apply=as_one(guide.how_to_apply),
        follow_up=as_one(guide.follow_up),
        pitfalls=tuple(map(as_one, guide.pitfalls)),
        looks_wrong=tuple(map(as_one, guide.looks_wrong)),
        cannot_see=tuple(map(as_one, guide.cannot_see)),
    )


def question_to(question: Question, case: Case) -> Question:
    """A question and its help, as they are said to this household."""
    if not _changes(case):
        return question
    return replace(question, ask=as_one(question.ask), help=as_one(question.help))


def _changes(case: Case) -> bool:
    return language() == SOURCE_LANGUAGE and one_adult(case)
