"""`python -m tests.listen`: the table, and with `--failing` each text that misses its aim."""

import sys

from tests.listen import aims, table

if __name__ == "__main__":
    odd = "--even" not in sys.argv
    print(*table(odd=odd), sep="\n")
    if "--failing" in sys.argv:
        for aim in aims(odd=odd):
            print("", aim.name, *(f"  {text}" for text in aim.failing), sep="\n")
