"""The hub's own icons: simple lines on a grid of 24, in the colour of the text beside them."""

from __future__ import annotations

from markupsafe import Markup

PATHS: dict[str, str] = {
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "book": "M12 6.5C9.5 5 6.5 5 3.5 5.5v13c3-.5 6-.5 8.5 1 2.5-1.5 5.5-1.5 8.5-1"
    "v-13c-3-.5-6-.5-8.5 1zM12 6.5v13",
    "calendar": "M4 6.5h16v13.5H4zM4 11h16M8.5 3.5v5M15.5 3.5v5",
    "care": "M12 20C7 16.5 3.5 13 3.5 9.2 3.5 6.3 5.6 4.5 8 4.5c1.7 0 3.1.9 4 2.5"
    ".9-1.6 2.3-2.5 4-2.5 2.4 0 4.5 1.8 4.5 4.7C20.5 13 17 16.5 12 20z",
    "clock": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5",
    "cup": "M5 9.5h11.5v5.5a4.5 4.5 0 0 1-4.5 4.5H9.5A4.5 4.5 0 0 1 5 15z"
    "M16.5 11h1.2a2.3 2.3 0 0 1 0 4.6h-1.3M8.5 6.5c-1-1.2 1-1.8 0-3M12.5 6.5"
    "c-1-1.2 1-1.8 0-3",
    "download": "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
    "empty": "M5 4.5h14v10h-7l-4.5 4.5v-4.5H5z",
    "external": "M10 5H5v14h14v-5M13.5 5H19v5.5M19 5l-8.5 8.5",
    "globe": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17"
    "M12 3.5c-5 5.5-5 11.5 0 17 5-5.5 5-11.5 0-17z",
    "limits": "M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0M12 14v2.5",
    "lunch": "M4 11.5h16a8 8 0 0 1-5 7.5H9a8 8 0 0 1-5-7.5zM9 8c-1-1.3 1-2 0-3.5"
    "M14 8c-1-1.3 1-2 0-3.5",
    "note": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.7v.1",
    "people": "M8.5 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM2.5 19.5"
    "c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5zM16 11.5a2.7 2.7 0 1 0-1.2-5.2M17 14"
    "c2.7.3 4.5 2.2 4.5 5.5h-3.5",
    "phone": "M8.5 4H5.5A1.5 1.5 0 0 0 4 5.6C4.6 13.5 10.5 19.4 18.4 20"
    "a1.5 1.5 0 0 0 1.6-1.5v-3l-4.2-1.5-2 2c-2.5-1.2-4.6-3.3-5.8-5.8l2-2z",
    "pin": "M12 20.5c-4-4.2-6-7.5-6-10.3a6 6 0 0 1 12 0c0 2.8-2 6.1-6 10.3z"
    "M12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
    "poster": "M6 4h12v16H6zM9 8h6M9 11.5h6M9 15h3",
    "suggested": "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
    "talk": "M3.5 4.5h11v8H8l-3 3v-3H3.5zM17 9.5h3.5v7H19v3l-3-3H10.5v-1.5",
    "text": "M4 5h16v11h-8l-4 4v-4H4zM8 10.5h.1M12 10.5h.1M16 10.5h.1",
    "tick": "M4.5 12.5l5 5L19.5 7",
}


def icon(name: str) -> Markup:
    """Return an icon as SVG, hidden from screen readers: the words beside it say the same.

    Raises KeyError for a name nobody drew.
    """
    return Markup(
        '<svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="{}"/></svg>'
    ).format(PATHS[name])
