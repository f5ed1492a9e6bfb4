"""The geometry of the tile map: rows of tiles in which each odd row stands half a tile right."""

from __future__ import annotations

from peerhub.models import Tile


def tile_distance(one: Tile, other: Tile) -> int:
    """Return how many steps from tile to neighbouring tile lie between two places.

    A tile has six neighbours. The sum is that of hexagons in "odd-r" offset coordinates.
    """
    (here, row), (there, other_row) = slanted(one), slanted(other)
    across, down = here - there, row - other_row
    return (abs(across) + abs(down) + abs(across + down)) // 2


def slanted(tile: Tile) -> tuple[int, int]:
    """Return a tile's column along a slanted axis, in which every step is one, and its row."""
    return tile.col - (tile.row - tile.row % 2) // 2, tile.row


def corner(tile: Tile, width: float, height: float) -> tuple[float, float]:
    """Return the left and top of a tile when each is `width` by `height`."""
    return (tile.col + tile.row % 2 / 2) * width, tile.row * height
