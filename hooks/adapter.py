"""Joins the hub to MkDocs and ProperDocs: each event is a step of the hub's own `pipeline.py`."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from peerhub.filling import sandboxed
from peerhub.pipeline import Pipeline, told_as

STARTED = {"preview": False}


def on_startup(command, dirty):
    """Note whether this is a preview, before there is a configuration to note it in."""
    STARTED["preview"] = command == "serve"


@event_priority(100)
def on_config(config):
    """Open the hub before any plugin needs it, unless a preview has opened it already."""
    folders = Path(config["config_file_path"]).parent, Path(config["site_dir"])
    if "pipeline" not in config["extra"]:
        with told_as(PluginError):
            config["extra"]["pipeline"] = Pipeline.open(*folders, is_preview=STARTED["preview"])
    hub = config["extra"]["pipeline"].hub
    os.environ["SOURCE_DATE_EPOCH"] = str(hub.stamp.seconds)  # how the engine is told its time
    config["site_name"] = hub.catalogue.site.name
    config["site_url"] = config["site_url"] or hub.catalogue.site.address
    return config


def on_files(files, config):
    """Add the generated pages and files; leave out what is not of this site."""
    pipeline = config["extra"]["pipeline"]
    for file in list(files):
        if file.abs_src_path and not pipeline.belongs(Path(file.abs_src_path), file.src_uri):
            files.remove(file)
    with told_as(PluginError):
        made = pipeline.pages_and_files()
    for uri, content in made.items():
        if existing := files.get_file_from_path(uri):
            files.remove(existing)
        files.append(File.generated(config, uri, content=content))
    pipeline.expect(len(files.documentation_pages()))
    return files


def on_env(env, config, files):
    """Fill the templates of pages in the sandbox of all others, where no word may be missing."""
    return sandboxed(env)


def on_page_markdown(markdown, page, config, files):
    """Give a page its heading."""
    return config["extra"]["pipeline"].headed(markdown, page.file.src_uri, page.meta)


def on_page_context(context, page, config, nav):
    """Hand the template everything it shows around the content."""
    return {**context, **config["extra"]["pipeline"].around(page.url, page.meta)}


def on_template_context(context, template_name, config):
    """Hand the same to templates that are not pages, such as 404."""
    return {**context, **config["extra"]["pipeline"].around("404/", {})}


def on_post_page(output, page, config):
    """Make the page work below any folder."""
    return config["extra"]["pipeline"].finished(output, page.url)


def on_post_template(output_content, template_name, config):
    """Make the page for unknown addresses work wherever it is shown."""
    finish = config["extra"]["pipeline"].finished_template
    return finish(template_name, output_content, config["site_url"])


def on_post_build(config):
    """Make what is left, and check the finished site."""
    with told_as(PluginError):
        print(config["extra"]["pipeline"].after_pages(), flush=True)
