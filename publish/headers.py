"""What a server should send with the guide: nothing from elsewhere runs in it, and nobody learns what a reader read.

One list, written in the three forms that hosts understand: `_headers` (Netlify, Cloudflare Pages), nginx, and `meta`
elements in each page for hosts that set no headers (GitHub Pages).
"""

from __future__ import annotations

from collections.abc import Mapping

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""https://www.w3.org/TR/CSP3/. The service worker comes under script-src. Pages may be framed: the crisis card is made
for that, and there is nothing here that a click could be stolen for."""

REFERRER = "no-referrer"

FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
"""Every feature of https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md that Chromium knows
without a switch; it warns of names that it does not know."""

Headers = Mapping[str, str]

EVERYWHERE: Headers = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}

BY_FOLDER: Mapping[str, Headers] = {
    # Their names change with what is in them (publish/optimise/names.py).
    "/assets/": {"Cache-Control": "public, max-age=31536000, immutable"},
    # Open data: other sites' pages may read it.
    "/data/": {"Access-Control-Allow-Origin": "*"},
}

FRESH: Headers = {"Cache-Control": "no-cache"}
"""For all that is not below /assets/: a reader who is online never sees an old number. Netlify and Cloudflare Pages
do so by themselves, and a header that two rules set would be sent twice there."""


def headers_file() -> str:
    """The `_headers` file, for hosts that publish the folder at their root.

    https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
    """
    rules = {"/": EVERYWHERE, **BY_FOLDER}
    return "\n".join(
        f"{folder}*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for folder, headers in rules.items()
    )


def nginx_file() -> str:
    """The part of an nginx configuration that serves the guide from its root, with the compressed copies that it has.

    https://nginx.org/en/docs/http/ngx_http_headers_module.html: a location that adds headers drops those of the server
    around it, so each repeats them all.
    """
    places = {"/": FRESH, **{folder: {**FRESH, **headers} for folder, headers in BY_FOLDER.items()}}
    locations = "\n".join(_location(folder, headers) for folder, headers in places.items())
    return NGINX.replace("LOCATIONS", locations.rstrip())


def _location(folder: str, headers: Headers) -> str:
    lines = (f'        add_header {name} "{value}" always;' for name, value in {**EVERYWHERE, **headers}.items())
    return f"    location {folder} {{\n" + "\n".join(lines) + "\n    }\n"


NGINX = """\
# Written by `python -m publish nginx`; change publish/headers.py.
# Puts the folder site/ on port 8080. Whatever ends TLS in front of it has to pass all headers on.
# No log of requests: nobody has to know who read what. Errors are logged, with the request that met one.
server {
    listen 8080;
    server_tokens off;
    access_log off;
    log_not_found off;
    root /srv/guide;
    index index.html;
    error_page 404 /404.html;
    absolute_redirect off;

    gzip_static on;
    gzip on;
    gzip_types text/css text/javascript text/xml application/json application/manifest+json image/svg+xml;
    gzip_vary on;
    types {
        text/html html;
        text/css css;
        text/javascript js;
        application/json json;
        application/manifest+json webmanifest;
        application/pdf pdf;
        image/png png;
        image/svg+xml svg;
        text/xml xml;
    }
    charset utf-8;
    charset_types text/css text/javascript text/xml application/json;

LOCATIONS

    location = /_headers {
        return 404;
    }
}
"""
