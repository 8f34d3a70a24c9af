"""The web face: the same guide as static pages for any host. They need no server, no script and no cookie.

`edition.py` makes the pages with `templating.py`, and `doors.py` says where people arrive. Where scripts run,
`in_place.py` packs the pages for drawing them in place, and `typed_field.py` and `typed_words.py` give the field for
typed words its data. `genuine.py` shows the signed list of our bots and pages, `contrast.py` looks at colours, and
`review.py` makes the book for signing off the words. `site.py` writes all of it to a folder.
"""
