"""The web face: the same guide as static pages for any host, without a server, a script or a cookie.

`edition.py` makes the pages with `templating.py`, `site.py` writes them to a folder, and `review.py` makes the book for
signing off the words.
"""
