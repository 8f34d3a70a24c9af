"""`python -m tests.listen`: the figures of both sets."""

from listening.cues import listener
from tests.listen import DEVELOPMENT, HELD_OUT, score

if __name__ == "__main__":
    for path in (DEVELOPMENT, HELD_OUT):
        print(path.stem, *score(listener(), path).lines(), "", sep="\n")
