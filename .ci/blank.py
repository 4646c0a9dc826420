#!/usr/bin/env python3
"""blank.py PDF...   says how many inner pages of these papers stand blank by more than a quarter: all pages but the first
and the last of each file, seen as pictures (poppler's pdftoppm). The blank share of a page is its highest white strip
between head and foot, held against the height of the text. Prints each such page, then one line with the numbers; it
tells apart the pages before an annex, which starts a page whatever the page before looks like."""
import subprocess, sys

DOTS, TOP, BOTTOM, MOST = 24, 72, 70, 0.25  # dots to the inch; points above and below the text
INK = 235  # a grey lighter than this is paper


def pictures(file):
    """Yields width, height and grey bytes of each page."""
    found = subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", file], check=True, capture_output=True).stdout
    at = 0
    while at < len(found):
        head = found[at:].split(b"\n", 3)
        width, height = (int(part) for part in head[1].split())
        start = at + sum(len(part) + 1 for part in head[:3])
        at = start + width * height
        yield width, height, found[start:at]


def blank(width, height, grey):
    """Returns the share of the highest strip without ink."""
    first, end = TOP * DOTS // 72, height - BOTTOM * DOTS // 72
    longest = run = 0
    for row in range(first, end):
        run = 0 if min(grey[row * width:(row + 1) * width]) < INK else run + 1
        longest = max(longest, run)
    return longest / (end - first)


def words(file):
    """Returns the words of each page."""
    said = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True).stdout.decode()
    return said.split("\f")


inner = over = before_annex = 0
for file in sys.argv[1:]:
    said = words(file)
    for number, page in list(enumerate(pictures(file), 1))[1:-1]:
        inner += 1
        share = blank(*page)
        if share > MOST:
            over += 1
            # The head of the page comes first, then what stands on it.
            before_annex += any(line.startswith(("Załącznik", "Annex")) for line in said[number].split("\n")[:4])
            print(f"blank: {share:.0%} of page {number} of {file}")
print(f"blank: {over} of {inner} inner pages are blank by more than {MOST:.0%}, {before_annex} of them before an annex")
