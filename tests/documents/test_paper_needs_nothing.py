"""Drawing a paper opens no file but the program's own, no connection and no other program; the second time no file at
all. Python itself tells (PEP 578), in a process of its own; with other hashes and another time zone the bytes are the
same.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import every_paper

ROOT = Path(__file__).parents[2]
WATCHED = """
import hashlib, json, sys
sys.path[:0] = json.loads(sys.argv[1])
import every_paper
wanted = [tuple(one) for one in json.loads(sys.argv[2])]
makers = [(" ".join(one), every_paper.papers(every_paper.household(one[0]))[one[1]]) for one in wanted]
REACHING = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.spawn", "urllib", "http.")
seen, at, hashes = [], ["cold", ""], {}
def hook(event, args):
    if event == "open" or event.startswith(REACHING):
        seen.append([*at, event, str(args[0]) if args else ""])
sys.addaudithook(hook)
for stage in ("cold", "warm"):
    for name, draw in makers:
        at[:] = [stage, name]
        try:
            hashes[name] = hashlib.sha256(draw()).hexdigest()
        except every_paper.DocumentError:
            pass
at[:] = ["after", ""]
print(json.dumps([[one for one in seen if one[0] != "after"], hashes]))
"""


def watched(papers: list[tuple[str, str]]) -> tuple[list[list[str]], dict[str, str]]:
    """(cold or warm, paper, what happened, where) for every file, connection and program; and each paper's hash."""
    folders = [str(ROOT), str(ROOT / "tests" / "documents")]
    call = [sys.executable, "-c", WATCHED, json.dumps(folders), json.dumps(papers)]
    elsewhere = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"}
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=600, cwd=ROOT, env=elsewhere)
    assert done.returncode == 0, done.stderr[-2000:]
    seen, hashes = json.loads(done.stdout.splitlines()[-1])
    return seen, hashes


def is_ours(file: str) -> bool:
    """The program's own data and code, the libraries it is made of, and Python."""
    ours = (str(ROOT / "resources"), str(ROOT / "budgetdesk"), str(ROOT / "tests"), sys.prefix, sys.base_prefix)
    return file.startswith(ours)


SOME = ("budget", "aftale", "brev_henstand", "indsigt")


def test_a_paper_that_was_drawn_before_is_drawn_without_opening_anything() -> None:
    makers = [every_paper.papers(every_paper.household(every_paper.SAMPLE))[name] for name in SOME]
    for draw in makers:
        draw()
    seen, listening = [], True

    def hook(event: str, args: tuple[object, ...]) -> None:
        """It cannot be taken away again; it only hears while it listens."""
        if listening and (event == "open" or event.startswith(("socket.", "subprocess.", "os.exec", "os.system"))):
            seen.append((event, args))

    sys.addaudithook(hook)
    for draw in makers:
        draw()
    heard = list(seen)
    Path(__file__).read_bytes()
    listening = False

    assert heard == []
    assert len(seen) == 1


if every_paper.ALL:  # `make papers-campaign`: it takes minutes

    def test_every_paper_is_drawn_with_nothing_but_the_programs_own_files_and_the_same_anywhere() -> None:
        papers = every_paper.chosen()
        happened, hashes = watched(papers)
        here = {" ".join(one): pdf for one in papers if (pdf := every_paper.drawn(*one)) is not None}

        assert [one for one in happened if one[2] != "open"] == []
        assert [one for one in happened if not is_ours(one[3])] == []
        assert [one for one in happened if one[0] == "warm"] == []
        assert happened, "the hook hears nothing"
        assert hashes == {name: hashlib.sha256(pdf).hexdigest() for name, pdf in here.items()}
