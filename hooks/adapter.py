"""Joins the hub to MkDocs: hands it pages and files, and puts the finished site right.

MkDocs and its continuation ProperDocs call the `on_…` functions below, in the order they stand.
Everything that is decided is decided in `src/peerhub`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from peerhub.catalogue import Issues
from peerhub.feeds.materials import write_materials_feed
from peerhub.finish.addresses import relative_addresses, rooted_addresses
from peerhub.finish.furniture import helpless
from peerhub.finish.links import broken_links
from peerhub.finish.sources import written_at
from peerhub.hub import Hub
from peerhub.maker import pack_maker
from peerhub.orders.briefing import print_briefing
from peerhub.orders.bundles import pack_posters
from peerhub.orders.cards import cards
from peerhub.orders.events import print_event_papers
from peerhub.orders.pictures import draw_pictures
from peerhub.orders.posters import poster_paths, print_posters
from peerhub.orders.tools import print_tools
from peerhub.pages.compose import titled
from peerhub.press.engine.errors import PressError
from peerhub.training.run import measured

OURS = Path("overrides")
FEW = 12
"""A preview draws the posters an edit touches, but not so many: `make posters` makes them all."""


def on_startup(command, dirty):
    """Remember whether this is a preview: previews make posters only when asked."""
    os.environ["PEERHUB_PREVIEW"] = "1" if command == "serve" else ""


@event_priority(100)
def on_config(config):
    """Open the hub before any plugin needs it; stop with every problem at once."""
    root = Path(config["config_file_path"]).parent
    try:
        hub = Hub.open(root)
    except Issues as issues:
        raise PluginError(f"The data or the pages need mending.\n{issues}") from None
    os.environ["SOURCE_DATE_EPOCH"] = str(hub.stamp.seconds)
    config["site_name"] = hub.catalogue.site.name
    config["site_url"] = config["site_url"] or hub.catalogue.site.address
    config["extra"]["hub"] = hub
    return config


def on_files(files, config):
    """Add the generated pages and files; leave the theme's own assets out."""
    hub = config["extra"]["hub"]
    ours = hub.root / OURS
    for file in list(files):
        from_theme = file.abs_src_path and not file.src_uri.endswith(".md")
        inside = from_theme and Path(file.abs_src_path).is_relative_to(ours)
        if from_theme and not inside and not _is_needed(file, config):
            files.remove(file)
        elif inside and file.src_uri.endswith((".css", ".py", ".md", ".txt~")):
            files.remove(file)
    try:
        made = hub.materials(make=not _is_preview(), progress=sys.stderr.isatty())
        facts = {**made.facts, **_papers(hub, Path(config["site_dir"]))}
    except PressError as error:
        raise PluginError(str(error)) from None
    config["extra"]["materials"] = made
    config["extra"]["facts"] = facts
    for uri, content in {**hub.pages(facts), **hub.files()}.items():
        existing = files.get_file_from_path(uri)
        if existing is not None:
            files.remove(existing)
        files.append(File.generated(config, uri, content=content))
    return files


def _papers(hub, site):
    """Print the papers that no page has to be there for, and return their measures by path."""
    print_briefing(hub.root, hub.catalogue, hub.stamp, site)
    print_event_papers(hub.root, hub.catalogue, hub.stamp, site)
    print_tools(hub.tools(), cards(hub.catalogue), hub.root, site, hub.stamp)
    return measured(site)


def _is_preview():
    """Say whether this is a preview, in which only what is asked for is printed."""
    return os.environ.get("PEERHUB_PREVIEW") and not os.environ.get("PEERHUB_POSTERS")


def _is_needed(file, config):
    """Say whether a file that is not ours belongs on the site."""
    return Path(file.abs_src_path).is_relative_to(config["docs_dir"]) or file.src_uri in (
        "search/lunr.js",
    )


def on_page_markdown(markdown, page, config, files):
    """Give a page its title as a heading when its text has none."""
    return titled(markdown, str(page.meta.get("title", "")))


def on_page_context(context, page, config, nav):
    """Hand the template everything it shows around the content."""
    hub = config["extra"]["hub"]
    context.update(hub.furniture.around(f"/{page.url}".replace("/./", "/"), page.meta))
    return context


def on_template_context(context, template_name, config):
    """Hand the same to templates that are not pages, such as 404."""
    context.update(config["extra"]["hub"].furniture.around("/404/", {}))
    return context


def on_post_page(output, page, config):
    """Make the page work below any folder."""
    return relative_addresses(output, "" if page.url == "./" else page.url)


def on_post_template(output_content, template_name, config):
    """Make the page for unknown addresses work wherever it is shown."""
    if not template_name.endswith(".html"):
        return output_content
    base = urlsplit(config["site_url"] or "/").path
    return rooted_addresses(output_content, base if base.endswith("/") else f"{base}/")


def on_post_build(config):
    """Print the posters, then follow every link of the finished site."""
    hub = config["extra"]["hub"]
    site = Path(config["site_dir"])
    try:
        report = print_posters(
            hub.root,
            hub.catalogue,
            hub.stamp,
            site,
            progress=sys.stderr.isatty(),
            at_most=FEW if _is_preview() else None,
        )
        if not report.left_out:
            draw_pictures(hub.root, hub.catalogue, hub.stamp, site)
            pack_posters(hub.catalogue, hub.stamp, site)
        pack_maker(hub.catalogue, hub.stamp, site)
        made = config["extra"]["materials"]
        made.set_in_place(site)
        write_materials_feed(site, hub.catalogue, hub.stamp, config["extra"]["facts"])
    except PressError as error:
        raise PluginError(str(error)) from None
    print(report, flush=True)
    promised = poster_paths(hub.catalogue, hub.stamp) if report.left_out else frozenset()
    broken = broken_links(site, promised | made.left_out)
    faults = [*helpless(site, hub.furniture.urgent_addresses), *written_at(broken, hub.root)]
    if faults:
        raise PluginError("\n".join(faults))
