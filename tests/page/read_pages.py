#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""read_pages.py COMMAND: pages of HTML as files. Well-formed (xmllint, too), every table with a caption and headers with a
scope, every chart with title and description, nothing that asks for another file or runs, a policy that lets only the style
count, what was typed escaped."""
import base64
import hashlib
import re
import shutil
import subprocess
import sys

from lxml import etree, html

from pages import PAGES, page

ASKING = {"href", "src", "srcset", "data", "action", "formaction", "poster", "background", "style", "ping", "manifest"}
ELEMENTS = set("html head meta title style body main h1 h2 p span table caption thead tbody tfoot tr th td figure figcaption "
               "svg desc rect text path polyline".split())


def name_of(element):
    return etree.QName(element).localname


def check_elements(tree):
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"a comment or instruction: {element}"
            continue
        if name_of(element) not in ELEMENTS:
            yield f"an element that no page needs: {name_of(element)}"
        for attribute, value in element.attrib.items():
            if attribute in ASKING or attribute.startswith("on") or "xlink" in attribute:
                yield f"{name_of(element)} has {attribute}"
            if re.search(r"url\(|https?:", value):
                yield f"{name_of(element)} {attribute} names an address: {value}"


def check_tables(tree):
    tables = tree.xpath("//*[local-name()='table']")
    for table in tables:
        caption = table.xpath("*[local-name()='caption']")
        if len(caption) != 1 or not "".join(caption[0].itertext()).strip():
            yield "a table without a caption"
            continue
        label = "".join(caption[0].itertext())
        heads = table.xpath("*[local-name()='thead']//*[local-name()='th']")
        columns = len(heads)
        if not columns or any(head.get("scope") != "col" or not "".join(head.itertext()).strip() for head in heads):
            yield f"{label}: a head of a column without scope or text"
        for row in table.xpath("*[local-name()='tbody' or local-name()='tfoot']/*[local-name()='tr']"):
            first = row[0]
            if name_of(first) != "th" or first.get("scope") != "row" or not "".join(first.itertext()).strip():
                yield f"{label}: a row without a header"
            if len(row) != columns:
                yield f"{label}: a row of {len(row)} cells under {columns} heads"


def check_charts(tree):
    for chart in tree.xpath("//*[local-name()='svg']"):
        named = chart.get("aria-labelledby", "").split()
        texts = {child.get("id"): "".join(child.itertext()).strip() for child in chart
                 if name_of(child) in ("title", "desc")}
        if chart.get("role") != "img" or len(named) != 2 or not all(texts.get(each) for each in named):
            yield "a chart without title and description"
        if not chart.xpath(".//*[local-name()='text']"):
            yield "a chart without any text"
        box = [float(number) for number in chart.get("viewBox").split()]
        for rect in chart.xpath(".//*[local-name()='rect']"):
            x, y, width, height = (float(rect.get(each)) for each in ("x", "y", "width", "height"))
            if x < 0 or y < 0 or width < 0 or x + width > box[2] + 1 or y + height > box[3] + 1:
                yield f"a bar outside its chart: {dict(rect.attrib)}"
    ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id is there twice"


def check_policy(text):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    if not policy or not style:
        yield "no policy, or no style"
        return
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    rules = dict(rule.strip().split(" ", 1) for rule in policy.group(1).split(";"))
    if rules != {"default-src": "'none'", "style-src": f"'sha256-{digest}'", "base-uri": "'none'", "form-action": "'none'"}:
        yield f"the policy is {rules}, and the style has the hash sha256-{digest}"
    if text.index("Content-Security-Policy") > text.index("<style>"):
        yield "the policy comes after the style"
    if re.search(r"url\(|@import|https?:", style.group(1)):
        yield "the style names an address"
    for needed in ("@page{size:A4", "prefers-color-scheme:dark", "@media print"):
        if needed not in style.group(1):
            yield f"the style has no {needed}"


def check_xml(text):
    if not shutil.which("xmllint"):
        return
    done = subprocess.run(["xmllint", "--noout", "-"], input=text.encode(), capture_output=True, check=False)
    if done.returncode != 0:
        yield f"xmllint: {done.stderr.decode()}"


def check_page(text):
    tree = etree.fromstring(text.encode())
    if tree.get("lang") != "en" or len(tree.xpath("//*[local-name()='h1']")) != 1:
        yield "no language, or not one heading"
    for check in (check_elements, check_tables, check_charts):
        yield from check(tree)
    yield from check_policy(text)
    yield from check_xml(text)
    as_html = html.document_fromstring(text)  # as a browser reads it: nothing moves out of a table
    if len(as_html.xpath("//td")) != len(tree.xpath("//*[local-name()='td']")):
        yield "read as HTML it is not what it is as XML"


def check_words(text):
    """What board.xml holds that a page could stumble over."""
    tree = etree.fromstring(text.encode())
    words = "".join(tree.itertext())
    for typed in ('Bruising & "marks" <script>alert(1)</script>', "Children & families <partnership>", "=SUM(A1:A9)"):
        if typed not in words:
            yield f"{typed!r} is not there as it was typed"
    if "<script" in text:
        yield "what was typed became an element"
    if not tree.xpath("//*[@lang='en-GB']"):
        yield "titles do not say the language of the register"


def mistakes_are_seen(text):
    """Each check fails on a page that was spoilt."""
    spoilt = [("<caption>", "<caption/><p>"), ('scope="col"', ""), ('scope="row"', ""), ("<desc ", "<text "),
              ("form-action 'none'", "form-action 'self'"), ("size:A4", "size:A5"), ("<h1>", '<h1 style="x">'),
              ('role="img"', 'href="x"'), ("<h2>", '<img src="x"/><h2>')]
    for old, new in spoilt:
        changed = text.replace(old, new)
        if old == "<caption>":
            changed = changed.replace("</caption>", "</p>")
        if old == "<desc ":
            changed = changed.replace("</desc>", "</text>")
        if changed == text or not list(check_page(changed)):
            yield f"no check sees that {old} became {new}"


def main():
    command = sys.argv[1]
    problems = []
    for name in PAGES:
        text = page(command, name)
        problems += [f"{name}: {problem}" for problem in check_page(text)]
        if name == "board":
            problems += [f"{name}: {problem}" for check in (check_words, mistakes_are_seen) for problem in check(text)]
            if len(re.findall("<svg", text)) != 3:
                problems.append(f"{name}: not three charts")
    for problem in problems:
        print(problem)
    print(f"{len(PAGES)} pages, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
