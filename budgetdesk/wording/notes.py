"""The draft of a note: what has changed in the case since the meeting began, in the field's own words and order.

`note_draft` is pure: the same two scenes give the same sentences, whatever the order of the changes. A draft of no
change is empty. Each sentence knows the facts it tells, so that it can be opened where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.meeting import Figures, Scene
from budgetdesk.casework.note_changes import Change, changes
from budgetdesk.casework.note_topics import NAMES, Heading, Topic
from budgetdesk.formats import day, kroner
from budgetdesk.money import to_krone
from budgetdesk.wording import note_agreed, note_course, note_rows
from budgetdesk.wording.note_words import HEADINGS, Names, Sentence, Told, capital, joined, some_of, stop

__all__ = ["HEADINGS", "Draft", "Names", "Sentence", "note_draft"]

Sentences = Callable[[Sequence[Change], Told], list[Sentence]]


@dataclass(frozen=True)
class Draft:
    """The sentences, in the order in which a note is read."""

    sentences: tuple[Sentence, ...] = ()

    def under(self, heading: Heading) -> tuple[Sentence, ...]:
        """The sentences of one heading."""
        return tuple(one for one in self.sentences if one.heading is heading)


def note_draft(before: Scene, after: Scene, names: Names, *, on: date) -> Draft:
    """What there is to write about a meeting that began at `before` and stands at `after`. `on` is the day of the
    meeting."""
    found = changes(before, after)
    told = Told(before=before, after=after, names=names, on=on)
    by_topic: dict[Topic, list[Change]] = {}
    for one in found:
        by_topic.setdefault(one.topic, []).append(one)
    apart = _apart(told)
    if not found and not apart:
        return Draft()
    said = [*apart, *_figures(told), *_unknown(told)]
    for topic, of_topic in by_topic.items():
        said += [(topic, sentence) for sentence in _SENTENCES[topic](of_topic, told)]
    ordered = sorted(enumerate(said), key=lambda pair: (pair[1][0], pair[0]))
    return Draft(tuple(sentence for _, (_, sentence) in ordered))


def sentences_of(topic: Topic, found: Sequence[Change], told: Told) -> list[Sentence]:
    """The sentences about some changes of one topic."""
    return _SENTENCES[topic](found, told)


Placed = tuple[Topic, Sentence]


def _place(topic: Topic, text: str, sources: Iterable[str] = (), also: str = "") -> Placed:
    key = f"{topic.name.lower()}:{also}"
    return topic, Sentence(key=key, heading=topic.heading, text=text, sources=tuple(sources))


def _figures(told: Told) -> list[Placed]:
    """The month before and after, where it is another: in, out, and what is left."""
    was, now = told.before.figures, told.after.figures
    if (was.income, was.expenses) == (now.income, now.expenses):
        return []
    text = f"Nu er der {_month(now)}"
    if was.income or was.expenses:
        text = f"{stop(text)} Før: {_month(was)}"
    return [_place(Topic.FIGURES, stop(text))]


def _month(figures: Figures) -> str:
    """In whole kroner, and luft as the head of the window shows it: whoever reckons along gets what stands there."""
    income, out = to_krone(figures.income), to_krone(figures.expenses)
    if not income:
        return f"{kroner(out)} ud om måneden, og ingen indtægt er skrevet"
    return f"{kroner(income)} ind og {kroner(out)} ud om måneden, og luften er {kroner(income - out)}"


def _unknown(told: Told) -> list[Placed]:
    names = [text[:1].lower() + text[1:] for text in told.after.unknown]
    if not names:
        return []
    return [_place(Topic.UNKNOWN, stop(f"Det ved vi ikke endnu: {some_of(names, 'andre ting')}"))]


def _apart(told: Told) -> list[Placed]:
    """What is seen beside the facts of the case: statements, receipts, benefits, signed papers."""
    return [*_statements(told), *_receipts(told), *_found(told), *_papers(told)]


def _statements(told: Told) -> list[Placed]:
    had, has = ({one.id for one in scene.statements} for scene in (told.before, told.after))
    said = []
    for one in sorted(told.after.statements, key=lambda each: (each.account, each.id)):
        if one.id not in had:
            days = f" fra {day(one.start)} til {day(one.end)}" if one.start is not None and one.end is not None else ""
            account = f" for {one.account.strip()}" if one.account.strip() else ""
            said.append(_place(Topic.STATEMENT, f"Vi har set kontoudtoget{account}{days}.", also=one.id))
    gone = len(had - has)
    if gone:
        count = "Et kontoudtog er" if gone == 1 else f"{gone} kontoudtog er"
        said.append(_place(Topic.STATEMENT, f"{count} taget ud.", also="gone"))
    return said


def _receipts(told: Told) -> list[Placed]:
    more = told.after.receipts - told.before.receipts
    if more <= 0:
        return []
    count = "En kvittering" if more == 1 else f"{more} kvitteringer"
    return [_place(Topic.STATEMENT, f"{count} er lagt ind og sorteret.", also="receipts")]


def _found(told: Told) -> list[Placed]:
    known = {one.name: one for one in told.before.found}
    said = []
    for one in sorted(told.after.found, key=lambda each: (-(each.amount or 0), each.name)):
        if one.name not in known or known[one.name].amount != one.amount:
            title = told.names.benefits.get(one.name, capital(one.name))
            more = f": ca. {kroner(one.amount, oere=False)} mere om måneden (vejledende)" if one.amount else ""
            said.append(_place(Topic.FOUND, stop(f"{title} kan være relevant, søg{more}"), also=one.name))
    return said


def _papers(told: Told) -> list[Placed]:
    had = {one.id for one in told.before.papers}
    titles = sorted({one.title for one in told.after.papers if one.id not in had})
    return [_place(Topic.PAPER, stop(f"Lavet i dag: {some_of(titles, 'andre papirer')}"))] if titles else []


def _small(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Everything small in one sentence: what has a name by name, the rest counted."""
    sources = tuple(sorted(source for one in found for source in one.sources))
    known = sorted({NAMES[name] for name in map(_without_ids, sources) if name in NAMES})
    rest = len([name for name in map(_without_ids, sources) if name not in NAMES])
    counted = ["en oplysning mere" if known else "en oplysning"] if rest == 1 else []
    counted = [f"{rest} {'andre ' if known else ''}oplysninger"] if rest > 1 else counted
    text = f"Også skrevet eller rettet: {joined([*known, *counted])}."
    return [Sentence(key="small:", heading=Topic.SMALL.heading, text=text, sources=sources)]


def _without_ids(path: str) -> str:
    """`case.persons[p1].phone` -> `case.persons.phone`."""
    head, *rest = path.split("[")
    return head + "".join(part.partition("]")[2] for part in rest)


_SENTENCES: Mapping[Topic, Sentences] = {
    Topic.CONTACT: note_course.contact_sentences,
    Topic.LETTER: note_course.letter_sentences,
    Topic.REASON: note_course.course_sentences,
    Topic.ARREARS: note_rows.arrears_sentences,
    Topic.HOME: note_course.home_sentences,
    Topic.HOUSEHOLD: note_course.household_sentences,
    Topic.INCOME: note_rows.income_sentences,
    Topic.EXPENSE: note_rows.expense_sentences,
    Topic.BANK: note_rows.bank_sentences,
    Topic.DEBT: note_rows.debt_sentences,
    Topic.PEOPLE: note_course.people_sentences,
    Topic.ASKED: note_agreed.asked_sentences,
    Topic.SMALL: _small,
    Topic.PLAN: note_agreed.plan_sentences,
    Topic.LANDLORD: note_agreed.landlord_sentences,
    Topic.PAYMENT: note_agreed.payment_sentences,
    Topic.APPLICATION: note_agreed.application_sentences,
    Topic.CHOICE: note_rows.choice_sentences,
    Topic.CONSENT: note_agreed.consent_sentences,
    Topic.SHARED: note_agreed.shared_sentences,
    Topic.EXPECTATIONS: note_agreed.expectation_sentences,
    Topic.COURSE: note_course.course_sentences,
    Topic.TASK: note_course.task_sentences,
    Topic.AGAIN: note_course.again_sentences,
    Topic.CHECK: note_course.check_sentences,
}
