"""Keeps MkDocs open for a preview: it sets one page after another and builds no site."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
from pathlib import Path


class OpenEngine:
    """MkDocs with its settings, files and templates at hand, for one site."""

    def __init__(self, root: Path, site: Path) -> None:
        from mkdocs.config import load_config

        self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.is_open = False

    def begin(self, pipeline, made) -> None:
        """Take a hub and the pages that its data make."""
        from mkdocs.structure.files import File, get_files, set_exclusions
        from mkdocs.structure.nav import get_navigation
        from mkdocs.structure.pages import Page

        config = self.config
        config["extra"]["pipeline"] = pipeline
        if not self.is_open:
            self.config = config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            self.is_open = True
        files = get_files(config)
        for path, text in made.items():
            if existing := files.get_file_from_path(path):
                files.remove(existing)
            files.append(File.generated(config, path, content=text))
        set_exclusions(files, config)
        self.env = config.theme.get_env()
        self.nav = get_navigation(files, config)
        self.pages = files.documentation_pages()
        for file in self.pages:
            if file.page is None:
                Page(None, file, config)
        self.env = config.plugins.on_env(self.env, config=config, files=files)
        self.files = files

    def set_page(self, path: str) -> None:
        """Set the page of a path below docs, in its place below the site."""
        from mkdocs.commands.build import _build_page, _populate_page

        page = self.files.get_file_from_path(path).page
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.pages, self.nav, self.env)

    def set_rest(self) -> None:
        """Put the files in place that are no pages, and the page for unknown addresses."""
        from mkdocs.commands.build import _build_theme_template

        pipeline = self.config["extra"]["pipeline"]
        for folder in (self.config["docs_dir"], pipeline.hub.root / "overrides"):
            for source in sorted(Path(folder).rglob("*")):
                inside = source.relative_to(folder).as_posix()
                if source.is_file() and self._is_shown(source, inside, pipeline):
                    place = Path(self.config["site_dir"], inside)
                    if not place.is_file() or place.stat().st_mtime_ns != source.stat().st_mtime_ns:
                        place.parent.mkdir(parents=True, exist_ok=True)
                        shutil.copy2(source, place)
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)

    def _is_shown(self, source, inside, pipeline) -> bool:
        name = Path(inside).name
        is_made = name.endswith((".md", ".html")) or name.startswith(".")
        return not is_made and pipeline.belongs(source, inside)


def main() -> None:
    """Show the project in this folder at the address of the command line."""
    from peerhub.preview.run import PLACE, CannotShow, run

    options = argparse.ArgumentParser()
    options.add_argument("--address", default="127.0.0.1:8000")
    options.add_argument("--posters", action="store_true")
    asked = options.parse_args()
    root = Path.cwd()
    site = root / PLACE
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        run(root, asked.address, OpenEngine(root, site), site, every_poster=asked.posters)
    except CannotShow as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        print(file=sys.stderr)


# The press's workers start clean and read this file again; they must not show a site of their own.
if __name__ == "__main__":
    main()
