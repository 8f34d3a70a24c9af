"""The papers that a Dutch municipality needs before it can say yes, filled in from the settings and its own answers.

Each file in `papers/` is one paper: Markdown in Dutch, with Jinja. What only the municipality knows is a question in
`antwoorden.toml`; a question without an answer stands in the papers as a mark. A claim is written once, in the paper
that makes it, with its evidence; `bewijs` collects them, so it comes last.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.dossier.proof import Proof, is_test
from bot.ops import signatures
from bot.ops.settings import PREFIX, Settings
from bot.ops.version import VERSION
from flows import Mistake, helplines
from flows.numbers import NUMBERS

HERE = Path(__file__).parent
TEMPLATE = HERE / "antwoorden.toml"
"""The questions, each with a comment that explains it; a dossier gets a copy to fill in."""

QUESTIONS = tuple(tomllib.loads(TEMPLATE.read_text("utf-8")))
PAPERS = (
    "lees-eerst", "dpia", "bio2", "ai-verordening", "algoritmeregister", "leverancier",
    "bewaren-en-openbaar", "toegankelijkheid", "bewijs",
)  # fmt: skip
"""In the order in which they are read; each is a Markdown file of that name."""

PUBLICCODE = "publiccode.yml"
PLACEHOLDER = "FILL-IN"
"""Stands in that file for what only the maintainers know, until a release is made."""

REVIEWS = "docs/content-review.md"
"""Begins with a table of who reviews which screens."""

_MARK = re.compile(r"\*\*\[INVULLEN: (.+?)\]\*\*")
_REVIEWED = re.compile(r"^\| ([^|]+) \| (\w\w) \| (\d+) \| (\d+) \|$", re.MULTILINE)
_LAST_STOP = re.compile(r"(?<!\.\w)\.$")
"""The papers end their sentences themselves. That of "B.V." is no end."""
_MOST_NAMED = 3
_PAGES = Environment(
    loader=FileSystemLoader(HERE / "papers"),
    autoescape=False,  # noqa: S701 - Markdown, with answers of the municipality itself
    keep_trailing_newline=True,
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)


class WrongAnswers(Mistake):
    """A file of answers that cannot be used, or lacks one that is needed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paper says is so, and where that is proven: tests, or other files of the project."""

    words: str
    evidence: tuple[str, ...]

    @property
    def is_tested(self) -> bool:
        return any(map(is_test, self.evidence))


@dataclass(slots=True)
class Dossier:
    """The papers by file name, the claims that they make, and what this version lacks to be a release."""

    files: dict[str, str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    @property
    def unanswered(self) -> list[str]:
        """What still stands as a mark, each once, in the order of the papers."""
        return list(dict.fromkeys(mark for text in self.files.values() for mark in _MARK.findall(text)))

    def refuse_unless_final(self) -> None:
        """Raises `WrongAnswers` while this is no release, or a mark stands in a paper."""
        why = [f"this is no release: {' and '.join(self.lacking)}"] if self.lacking else []
        if missing := self.unanswered:
            first = ", ".join(missing[:_MOST_NAMED])
            more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
            why.append(f"not answered yet: {first}{more}")
        if why:
            raise WrongAnswers(f"--final: {'; '.join(why)}")

    def proven(self, words: str, *evidence: str) -> str:
        """Two cells of a table: a claim, and its evidence."""
        self.claims.append(Claim(words, evidence))
        return f"{words} | {', '.join(f'`{each}`' for each in evidence)}"


def read_answers(path: Path) -> dict[str, str]:
    """The answers in a file, as a cell of a table or a sentence can hold them. Raises `WrongAnswers`."""
    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongAnswers(f"{path}: cannot be read as TOML ({error})") from None
    for name, answer in given.items():
        if name not in QUESTIONS:
            guess = "".join(f"; do you mean {near}?" for near in get_close_matches(name, QUESTIONS, 1))
            raise WrongAnswers(f"{path}: {name} is no question of the dossier{guess}")
        if not isinstance(answer, str):
            raise WrongAnswers(f'{path}: {name}: write the answer between quotes, such as {name} = "..."')
    return {name: _LAST_STOP.sub("", " ".join(answer.split())).replace("|", r"\|") for name, answer in given.items()}


def make(settings: Settings, answers: dict[str, str], day: date, proof: Proof | None = None) -> Dossier:
    """All papers. Which channels they speak of follows from the settings; without any they speak of both.

    `proof` says which tests passed when this version was released; without it no paper says that one did.
    """
    dossier = Dossier(lacking=[*lacking()])
    web, chat = bool(settings.web_url), settings.token is not None
    minutes = settings.cover_after
    said = {
        "answer": {name: answers.get(name) or _mark(name) for name in QUESTIONS},
        "operator": settings.operator or _mark(f"{PREFIX}OPERATOR"),
        "web_url": settings.web_url or _mark(f"{PREFIX}WEB_URL"),
        "security_contact": settings.security_contact or _mark(f"{PREFIX}SECURITY_CONTACT"),
        "accessibility_url": settings.accessibility_url or _mark(f"{PREFIX}ACCESSIBILITY_URL"),
        "channel": _channel(web=web, chat=chat),
        "web": web or not chat,
        "chat": chat or not web,
        "cover": {0: "", 60: "een uur"}.get(minutes, f"{minutes} minuten"),
        "shared": bool(settings.memory_url.get_secret_value()),
        "postgres": settings.database_url is not None,
        "webhook": bool(settings.webhook_url),
        "listed": settings.official is not None,
        "lacking": dossier.lacking,
        "helplines": helplines.HELPLINES,
        "unconfirmed": helplines.unconfirmed(),
        "reviews": reviews(),
        "version": VERSION,
        "day": f"{day:%d-%m-%Y}",
        "numbers": NUMBERS,
        "claims": dossier.claims,
        "proven": dossier.proven,
        "proof": proof,
        "outcome": (proof or Proof(VERSION, day)).outcome,
    }
    for name in PAPERS:
        dossier.files[f"{name}.md"] = _PAGES.get_template(f"{name}.md").render(said)
    dossier.files[PUBLICCODE] = f'{_carried(PUBLICCODE).rstrip()}\nsoftwareVersion: "{VERSION}"\n'
    return dossier


def lacking() -> Iterator[str]:
    """Why this version is no release. Only the makers can mend that."""
    if PLACEHOLDER in re.sub(r"(?m)^#.*", "", _carried(PUBLICCODE)):
        yield f"{PUBLICCODE} names no makers"
    if not signatures.has_key():
        yield f"{signatures.RELEASE_SIGNERS.name} has no key"
    if ".dev" in VERSION:
        yield "its version is between two releases"


def reviews() -> list[tuple[str, str, int, int]]:
    """Who reviews the screens, in which language, how many there are, and how many are still open."""
    found = _REVIEWED.findall(_carried(REVIEWS))
    return [(who, language, int(screens), int(left)) for who, language, screens, left in found]


def _mark(name: str) -> str:
    return f"**[INVULLEN: {name}]**"


def _channel(*, web: bool, chat: bool) -> str:
    channels = ["Telegram"] * chat + ["webpagina's"] * web
    return " en ".join(channels) or _mark(f"{PREFIX}TOKEN of {PREFIX}WEB_URL")


def _carried(path: str) -> str:
    """A file of the project: the wheel carries it here, and the sources have it at this path."""
    carried = HERE / Path(path).name
    return (carried if carried.exists() else HERE.parents[1] / path).read_text("utf-8")
