"""The poster maker: the press's templates, styles and rules, made ready for a reader's browser."""

from peerhub.maker.files import maker_files

__all__ = ["maker_files"]
