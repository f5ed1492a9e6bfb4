"""Takes the README's two pictures from the built site: its home page, and one poster.

Run `make site` first, then `make pictures`.
"""

import functools
import http.server
import os
import sys
import threading
from pathlib import Path

import pypdfium2
from browser import first_that_starts
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
PICTURES = ROOT / ".github" / "pictures"
POSTER = SITE / "posters" / "talk-to-a-peer-supporter" / "kent-a4.pdf"
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking".split()

if not POSTER.is_file():
    sys.exit("There is no built site to photograph. Run: make site")
PICTURES.mkdir(parents=True, exist_ok=True)
pypdfium2.PdfDocument(POSTER)[0].render(scale=1).to_pil().save(
    PICTURES / "poster.png", optimize=True
)
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=first_that_starts(os.environ)[0], args=FLAGS
    )
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "home.png")
    browser.close()
server.shutdown()
print(f"The pictures are in {PICTURES.relative_to(ROOT)}")
