"""`budgetdesk seal` with a key on a card: the PIN is asked for once, and without the right one nothing is sealed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import soft_card
from soft_card import AT, MODULE, PIN

from budgetdesk.actions import sealing, token_seals
from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli import document_commands
from budgetdesk.cli.main import main
from budgetdesk.documents.papers.recovery_pdf import recovery_pdf
from budgetdesk.documents.seals.certificate import TokenKey
from budgetdesk.documents.seals.verify import verify
from budgetdesk.storage.keyrings import NO_KEYRING

pytestmark = pytest.mark.skipif(bool(soft_card.MISSING), reason=soft_card.MISSING or "a card is there")
DAY, WORDS = date(2026, 11, 20), "fire ord i rad"
Seal = Callable[..., tuple[int, str, Path]]


class Clock(datetime):
    """Always the moment at which the cards of these tests are valid."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # a clock that stands still
        return AT


class Terminal(io.StringIO):
    """Somebody sits there."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose seal lies on a card, and a paper that names nobody."""
    made = tmp_path_factory.mktemp("card")
    soft_card.card()
    with Workspace.create(made / "p", passphrase=WORDS, today=DAY, keyring=NO_KEYRING) as workspace:
        keys = {one.key.label: one for one in token_seals.found(MODULE) if isinstance(one.key, TokenKey)}
        sealing.use_token(workspace, keys["segl"], PIN, at=AT)
    (made / "papir.pdf").write_bytes(recovery_pdf("AAAA-BBBB", ("ko", "hus"), on=DAY))
    return made


@pytest.fixture
def seal(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Seal:
    """Run the command, with what is typed at the terminal (nothing: nobody sits there) or sent in."""

    def run(typed: Callable[[str], str] | None = None, sent: str = "") -> tuple[int, str, Path]:
        monkeypatch.setenv("BUDGETDESK_HOME", str(folder / "p"))
        monkeypatch.setenv("BUDGETDESK_PASSPHRASE", WORDS)
        monkeypatch.setattr(document_commands, "datetime", Clock)
        monkeypatch.setattr("sys.stdin", Terminal() if typed else io.StringIO(sent))
        monkeypatch.setattr("getpass.getpass", typed)
        out = tmp_path / "forseglet.pdf"
        status = main(["seal", str(folder / "papir.pdf"), "--out", str(out)])
        return status, capsys.readouterr().err, out

    return run


def test_the_card_seals_with_the_pin_that_is_typed_and_the_seal_is_known(folder: Path, seal: Seal) -> None:
    asked: list[str] = []
    status, err, out = seal(lambda prompt: asked.append(prompt) or PIN)
    told = verify(out.read_bytes(), roots=sealing.known_roots(folder / "p"))

    assert (status, err, asked) == (0, "", ["Kortets PIN-kode: "])
    assert (told.valid, told.trusted, told.signers[0].organisation) == (True, True, "Boligråd segl")


def test_a_wrong_pin_is_told_and_nothing_is_written(seal: Seal) -> None:
    status, err, out = seal(lambda _prompt: "999999")

    assert (status, out.exists()) == (1, False)
    assert "PIN-koden er forkert" in err
    assert seal(lambda _prompt: PIN)[0] == 0  # and a right one the next time starts the card's count anew


def test_a_pin_can_be_sent_in_by_a_program_and_without_one_it_says_what_to_do(seal: Seal) -> None:
    assert seal(sent=f"{PIN}\n")[0] == 0
    status, err, _out = seal()

    assert status == 1
    assert "send den som første linje" in err


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_whoever_stops_at_the_question_gets_no_seal_and_no_trace_of_an_error(
    seal: Seal, stop: type[BaseException]
) -> None:
    def typed(_prompt: str) -> str:
        raise stop

    status, err, out = seal(typed)

    assert (status, err, out.exists()) == (1, "", False)
