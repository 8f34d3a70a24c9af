"""A dictionary with a bound, in which the oldest entry goes first; and what it may know a chat by."""

import secrets
from collections import OrderedDict
from collections.abc import Hashable
from typing import TypeVar

_SALT = secrets.token_bytes(16)

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Newest(OrderedDict[Key, Value]):
    """In the order in which its entries were set; of more than `most` the oldest goes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Value) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self._most:
            self.popitem(last=False)


def hidden(*what: Hashable) -> int:
    """What is remembered instead of the id of a chat or message. Python salts no numbers, so their hash would be the
    same in every process."""
    return hash((_SALT, what))
