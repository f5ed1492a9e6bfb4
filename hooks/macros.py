"""Gives Markdown its macros: `{{ services("urgent") }}` and the rest.

The hub carries the calls out itself, by its own small language. The plugin's Jinja, for which a
page is a program, is never given one: neither a text nor a title.
"""

from __future__ import annotations

from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.exceptions import PluginError

from peerhub.catalogue.calls import BadCall, carried_out


def define_env(env):
    """Register every macro of the hub that the adapter has opened."""
    for name, macro in env.conf["extra"]["pipeline"].hub.macros.items():
        env.macro(macro, name)


def on_pre_page_macros(env):
    """Carry out the calls of a page that somebody wrote, and let the plugin leave it as it is.

    Generated pages hold data, and data are never read as calls.
    """
    env._env = ImmutableSandboxedEnvironment(autoescape=True)
    env.page.meta["render_macros"] = False
    if env.page.file.generated_by is None:
        try:
            env.markdown = carried_out(env.markdown, env.conf["extra"]["pipeline"].hub.macros)
        except BadCall as bad:
            raise PluginError(f"{env.page.file.src_uri}: {bad}. {bad.fault.hint}") from None
