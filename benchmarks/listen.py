"""Reading a text takes little time, however nasty it is.

    python -m benchmarks.listen [--most 5]

Each text is as long as Telegram allows. The time is that of the processor, for the best of several runs, so that other
programs on the machine do not count. Ends with 1 when a text takes longer than `--most` milliseconds.
"""

import argparse
import random
import string
import sys
import time
from itertools import islice

from listening import listener
from listening.learn.examples import examples
from listening.reader import LONGEST

GOES = 60
LETTERS = string.ascii_lowercase


def texts() -> dict[str, str]:
    """The nastiest texts we know, each longer than is read."""
    dice = random.Random(5)  # noqa: S311 - not for secrets
    return _spoilt_messages(dice) | _made_up(dice)


def _spoilt_messages(dice: random.Random) -> dict[str, str]:
    # The first ones, so that the text stays the same when examples are added.
    typed = [example.text for example in islice(examples(), 5000)]
    dice.shuffle(typed)
    real = " ".join(typed[:400])
    typos = " ".join(
        word[:n] + dice.choice(LETTERS) + word[n + 1 :] for word in real.split() for n in [dice.randrange(len(word))]
    )
    return {
        "real messages, one after another": real,
        "real messages without a space": real.replace(" ", ""),
        "real messages, all mistyped": typos,
        "real messages, spelled out": " ".join(real),
        "real messages with invisible letters": "\u200b".join(real),
        "real messages with accents": "".join(letter + "\u0301" for letter in real),
        "figures for letters": real.translate(str.maketrans("aeiost", "431057")),
        "signs between letters": "-".join(real),
        "masked": real.replace("o", "*").replace("a", "*"),
        "letters of another alphabet": real.translate(str.maketrans("aeopc", "аеорс")),
    }


def _made_up(dice: random.Random) -> dict[str, str]:
    def words(short: int, long: int) -> str:
        return " ".join("".join(dice.choices(LETTERS, k=dice.randint(short, long))) for _ in range(LONGEST))

    return {
        "one letter": "a" * LONGEST,
        "one word": "slaat " * LONGEST,
        "a sentence, again and again": "mijn vader slaat mijn moeder nu met een mes en ik wil dood. " * LONGEST,
        "a phrase that never ends": "niet mijn vader slaat niet " * LONGEST,
        "masked all but the ends": " ".join(f"{a}{'*' * dice.randrange(3, 20)}{b}" for a in LETTERS for b in LETTERS),
        "unknown short words": words(1, 3),
        "unknown words": words(4, 8),
        "unknown long words": words(9, 14),
        "very long words": words(20, 40),
        "words written together": "ikwildoodmijnvaderslaatme" * LONGEST,
        "faces": "😀🔪🏳️‍🌈👩‍👩‍👧 " * LONGEST,
        "heaped accents": "a" + "\u0301" * LONGEST,
        "letters that unfold": "ﷺ" * LONGEST,
        "no words": "\u200b\u200d" * LONGEST,
        "signs": "!?.,;:-_*'\"()[]" * LONGEST,
        "right to left": "مرحبا بالعالم " * LONGEST,
        "any letters": "".join(
            chr(dice.choice((dice.randrange(0x250), dice.randrange(0x3000)))) for _ in range(LONGEST)
        ),
        "any letters of all": "".join(chr(dice.randrange(0x110000)) for _ in range(LONGEST)),
        "lines": "nu\n" * LONGEST,
        "empty lines": "\n" * LONGEST,
        "nothing": "\x00" * LONGEST,
        "half a letter": "\ud800" * LONGEST,
        "spelled out": "a b " * LONGEST,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--most", type=float, default=5.0, help="milliseconds that a text may take")
    most = parser.parse_args().most
    begun = time.process_time()
    listening = listener.read()
    print(f"{(time.process_time() - begun) * 1000:7.1f} ms  reading the tables and the phrases")
    slowest = 0.0
    for name, text in texts().items():
        goes = []
        for _ in range(GOES):
            begun = time.process_time()
            listening.hear(text[:LONGEST])
            goes.append((time.process_time() - begun) * 1000)
        slowest = max(slowest, min(goes))
        print(f"{min(goes):7.2f} ms  {name}")
    print(f"{slowest:7.2f} ms at the most; {most:g} are allowed")
    return int(slowest > most)


if __name__ == "__main__":
    sys.exit(main())
