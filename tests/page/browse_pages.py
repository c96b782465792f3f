#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""browse_pages.py COMMAND: pages of HTML in headless Chromium: they print on A4, the style counts, no request leaves them.

All that the browser asks for goes to a proxy that writes it down and answers nothing. A page that does ask for a picture
shows that the proxy sees it; the same picture in one of our pages shows that their policy forbids it."""
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

from pages import page

ASKING = '<img alt="" src="http://asked.invalid/picture.png"/>'


class Proxy(threading.Thread):
    """Writes down what it is asked for."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.asked = []

    def run(self):
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            with caller:
                caller.settimeout(2)
                try:
                    self.asked.append(caller.recv(4096).split(b"\r\n")[0].decode(errors="replace"))
                    caller.sendall(b"HTTP/1.1 502 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                except OSError:
                    pass


class Browser:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def open(self, text, *options):
        """What the proxy was asked for by the page, and what the browser printed."""
        path = self.folder / "page.html"
        path.write_text(text)
        proxy = Proxy()
        proxy.start()
        try:
            done = subprocess.run(
                [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                 "--disable-default-apps", "--disable-domain-reliability", "--disable-client-side-phishing-detection",
                 f"--user-data-dir={self.folder / 'profile'}", f"--proxy-server=http://127.0.0.1:{proxy.port}",
                 "--proxy-bypass-list=<-loopback>", "--virtual-time-budget=2000", *options, path.as_uri()],
                capture_output=True, check=False, timeout=120)
        finally:
            proxy.socket.close()
        if done.returncode != 0:
            raise SystemExit(f"the browser ends with {done.returncode}: {done.stderr.decode()[-2000:]}")
        return proxy.asked, done.stdout.decode()


def ours(asked):
    """Browsers ask their maker for things of their own, whatever page is open."""
    return [line for line in asked if "asked.invalid" in line or not re.search(r"google|gvt1|chromium\.org", line)]


def check_a4(browser, name, text):
    file = browser.folder / f"{name}.pdf"
    asked, _ = browser.open(text, f"--print-to-pdf={file}", "--no-pdf-header-footer")
    if ours(asked):
        yield f"{name}: printing it asks for {ours(asked)}"
    sizes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", file.read_bytes())
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", "-l", "99", str(file)], capture_output=True, text=True, check=True).stdout
        sizes = re.findall(r"size:\s*([\d.]+) x ([\d.]+)", told)
    if not sizes or any(abs(float(w) - 595.3) > 1 or abs(float(h) - 841.9) > 1 for w, h in sizes):
        yield f"{name}: it does not print on A4, but {sizes}"


def check_dom(browser, name, text):
    """As the browser has it after reading: the same tables, charts and words."""
    asked, dom = browser.open(text, "--dump-dom")
    if ours(asked):
        yield f"{name}: opening it asks for {ours(asked)}"
    for element in ("table", "caption", "thead", "tbody", "th", "td", "svg", "desc"):
        count = len(re.findall(rf"<{element}[ >]", text))
        if len(re.findall(rf"<{element}[ >]", dom)) != count:
            yield f"{name}: the browser does not have {count} of {element}"


def check_style(browser, text):
    """With its style a page is drawn otherwise than without: the policy lets it count, and no other."""
    def drawn(page_text):
        picture = browser.folder / "page.png"
        browser.open(page_text, f"--screenshot={picture}", "--window-size=600,800")
        return picture.read_bytes()
    plain = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
    other = text.replace("<style>", "<style>*{display:none}")
    styled = drawn(text)
    if styled == drawn(plain):
        yield "the style does not count"
    if drawn(other) != drawn(plain):
        yield "a style with another hash counts"


def check_policy(browser, text):
    open_page = f"<!DOCTYPE html><html><body>{ASKING}</body></html>"
    if not any("asked.invalid" in line for line in browser.open(open_page, "--dump-dom")[0]):
        yield "the proxy does not see what a page asks for, so that it proves nothing"
    spoilt = text.replace("<h1>", ASKING + "<h1>", 1)
    if spoilt == text or any("asked.invalid" in line for line in browser.open(spoilt, "--dump-dom")[0]):
        yield "a picture that a page asks for is fetched, whatever its policy says"


def main():
    command = sys.argv[1]
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("skipped: there is no Chromium to open the pages in (Debian: chromium)")
        return 77
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(program, pathlib.Path(folder))
        for name in ("board", "trend"):
            text = page(command, name)
            problems += [*check_a4(browser, name, text), *check_dom(browser, name, text)]
        text = page(command, "board")
        problems += [*check_style(browser, text), *check_policy(browser, text)]
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
