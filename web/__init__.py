"""The web face: the same guide as static pages for any host, without a server, a script or a cookie.

`edition.py` makes the pages with `templating.py`, `doors.py` says where people arrive, `in_place.py` packs them for the
script that draws them, and `contrast.py` looks at colours. `site.py` writes all of it to a folder, and `review.py`
makes the book for signing off the words.
"""
