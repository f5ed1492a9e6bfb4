"""The rules in the words of each host. Each writer returns the text of one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from peerhub.hosts.rules import DIGESTED, FOR_EVER, HEADERS, REVALIDATE, TYPES, HostRules

TEXT_TYPES = "text/css application/javascript application/json image/svg+xml text/calendar"


def netlify_headers(rules: HostRules) -> str:
    """Return `_headers`, as Netlify and Cloudflare Pages read it.

    They look at paths alone. All that pages load from `assets/` has its digest in the address, so
    that the whole folder may be kept; they revalidate everything else by themselves.
    """
    always = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    kept = f"  Cache-Control: {FOR_EVER}\n"
    base = rules.base
    return f"{base}*\n{always}\n{base}assets/*\n{kept}\n{base}:edition/assets/*\n{kept}"


def netlify_redirects(rules: HostRules) -> str:
    """Return `_redirects`, as Netlify and Cloudflare Pages read it."""
    return "".join(f"{old} {new} 301\n" for old, new in sorted(rules.moved.items()))


def nginx(rules: HostRules) -> str:
    """Return what is to be included in a `server` block of nginx."""
    lines = [
        "# For nginx. Within a server block, after its root:",
        "#   root /var/www/hub/current;",
        "#   include /var/www/hub/current/hosting/nginx.conf;",
        "# nginx reads it when it is told to: nginx -s reload.",
        "index index.html;",
        "charset utf-8;",
        "absolute_redirect off;",
        f"error_page 404 {rules.not_found};",
        "gzip on;",
        f"gzip_types {TEXT_TYPES};",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        f'set $hub_keep "{REVALIDATE}";',
        f'if ($request_uri ~ "{DIGESTED}") {{ set $hub_keep "{FOR_EVER}"; }}',
        "add_header Cache-Control $hub_keep;",
        r"location ~ /\.(?!well-known/) { return 404; }",
        *(
            f'location ~ "\\.{ending}$" {{ types {{ }} default_type "{kind}"; }}'
            for ending, kind in TYPES.items()
        ),
        *(f"location = {old} {{ return 301 {new}; }}" for old, new in sorted(rules.moved.items())),
    ]
    return "\n".join(lines) + "\n"


def caddy(rules: HostRules) -> str:
    """Return what is to be imported into a site block of a Caddyfile."""
    headers = (*HEADERS.items(), ("Cache-Control", REVALIDATE))
    lines = [
        "# For Caddy. Within a site block, after its root:",
        "#   root * /var/www/hub/current",
        "#   import /var/www/hub/current/hosting/Caddyfile",
        "# Caddy reads it when it is told to: caddy reload.",
        "encode zstd gzip",
        "@kept {",
        "\tpath_regexp /assets/",
        "\tquery v=*",
        "}",
        "@hidden {",
        r"	path_regexp /\.",
        r"	not path_regexp /\.well-known/",
        "}",
        "route {",  # keeps what follows in this order
        *(f'\theader {name} "{value}"' for name, value in headers),
        f'\theader @kept Cache-Control "{FOR_EVER}"',
        *(f'\theader *.{ending} Content-Type "{kind}"' for ending, kind in TYPES.items()),
        *(f"\tredir {old} {new} permanent" for old, new in sorted(rules.moved.items())),
        "\terror @hidden 404",
        "\tfile_server",
        "}",
        "handle_errors {",
        f'\theader Cache-Control "{REVALIDATE}"',
        f"\trewrite * {rules.not_found}",
        "\tfile_server",
        "}",
    ]
    return "\n".join(line.replace(r"\t", "\t") for line in lines) + "\n"


def apache(rules: HostRules) -> str:
    """Return `.htaccess`, which Apache reads where AllowOverride lets it."""
    path, query = DIGESTED.split(r"\?")
    lines = [
        "# For Apache 2.4 with mod_headers; the folder's AllowOverride is to be All.",
        "Options -Indexes",
        "DirectoryIndex index.html",
        "DirectorySlash On",
        "AddDefaultCharset utf-8",
        f"ErrorDocument 404 {rules.not_found}",
        *(f'AddType "{kind}" .{ending}' for ending, kind in TYPES.items()),
        "<IfModule mod_headers.c>",
        *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()),
        f'Header set Cache-Control "{REVALIDATE}"',
        f'<If "%{{REQUEST_URI}} =~ m#{path}# && %{{QUERY_STRING}} =~ m#^{query}#">',
        f'Header set Cache-Control "{FOR_EVER}"',
        "</If>",
        "</IfModule>",
        r'RedirectMatch 404 "/\.(?!well-known/)"',
        *(f'RedirectMatch 301 "^{old}$" "{new}"' for old, new in sorted(rules.moved.items())),
    ]
    return "\n".join(lines) + "\n"


WRITERS: Mapping[str, Callable[[HostRules], str]] = MappingProxyType(
    {
        "_headers": netlify_headers,
        "_redirects": netlify_redirects,
        ".htaccess": apache,
        "hosting/nginx.conf": nginx,
        "hosting/Caddyfile": caddy,
    }
)
"""Each file by its path below the site."""


def host_files(rules: HostRules) -> dict[str, str]:
    """Return the files that tell hosts the rules, by path below the site."""
    return {path: write(rules) for path, write in WRITERS.items()}
