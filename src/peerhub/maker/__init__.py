"""The poster maker: the press's templates, styles and rules, made ready for a reader's browser."""

from peerhub.maker.files import maker_files
from peerhub.maker.to_keep import pack_maker

__all__ = ["maker_files", "pack_maker"]
