"""Writes the table anew from all examples."""

from listening.cues import TABLE, read
from listening.learn.examples import examples
from listening.learn.training import made_of, table, written

if __name__ == "__main__":
    TABLE.write_text(written(table(read(), list(examples())), made_of()), "utf-8")
