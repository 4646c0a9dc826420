"""Holds Word files to what openxml-audit, LibreOffice and pandoc make of them; `.ci/docx` tells how."""

import collections, concurrent.futures, json, pathlib, re, shutil, subprocess, sys, zipfile
import xml.etree.ElementTree as ET

import pypandoc

papers, work, pictures = sys.argv[1:4]
# The sheet and a line of the head of the files whose look is taken (brands.py).
LOOKS = {
    "look-python": ("595 x 842", "Biuro Projektów Jodła"),
    "look-polish": ("595 x 842", "Biuro Projektów Jodła"),
    "look-libreoffice": ("499 x 709", "Stowarzyszenie Brzoza"),
}
BIN = pathlib.Path(sys.executable).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
faults = []


def findings(folder):
    """For each file what openxml-audit finds; one process a file, for it mixes up the parts of several."""
    command = [BIN / "openxml-audit", "-f", "microsoft365", "--policy", "strict", "-m", "0", "-o", "json"]

    def audited(file):
        [said] = json.loads(subprocess.run([*command, file], capture_output=True, text=True).stdout)
        errors = [str(error.get("description", error)) for error in said["errors"]]
        return file, errors or ([] if said["valid"] else ["not valid"])

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(pool.map(audited, sorted(pathlib.Path(folder).rglob("*.docx"))))


def pages(files, out):
    """The words of the pages that LibreOffice makes of each file, all in one string without spaces and hyphens."""
    out.mkdir(parents=True, exist_ok=True)
    named = {}
    for number, file in enumerate(files):
        named[file] = out / f"{number}.docx"
        shutil.copy(file, named[file])
    profile = f"-env:UserInstallation=file://{work}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, *named.values()]
    subprocess.run(command, capture_output=True, check=True)
    said = {}
    for file, copy in named.items():
        pdf = copy.with_suffix(".pdf")
        text = "".join(
            subprocess.run(["pdftotext", *way, pdf, "-"], capture_output=True, text=True, check=True).stdout + "\n"
            for way in ([], ["-raw"], ["-layout"])
        )
        said[file] = squeezed(text)
        if pictures:
            shutil.copy(pdf, pathlib.Path(pictures) / ("-".join(file.parts[-2:]) + ".pdf"))
    return said


def squeezed(text):
    return re.sub(r"[\s\u00a0\u202f\u00ad\u2010\u2011-]", "", text)


def words(file):
    """The words that a file holds, body and notes."""
    held = []
    with zipfile.ZipFile(file) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            if part not in package.namelist():
                continue
            for paragraph in ET.fromstring(package.read(part)).iter(W + "p"):
                text = "".join(
                    run.text or "" if run.tag == W + "t" else " "
                    for run in paragraph.iter()
                    if run.tag in (W + "t", W + "br", W + "tab", W + "footnoteReference")
                )
                held += text.split()
    return held


def read(path, way):
    """What pandoc reads: headings with their levels, and how many tables, items and notes there are."""
    tree = json.loads(pypandoc.convert_file(str(path), "json", format=way))
    seen = collections.Counter()
    headings = []

    def walk(node):
        if isinstance(node, list):
            for inner in node:
                walk(inner)
        elif isinstance(node, dict) and "t" in node:
            kind, content = node["t"], node.get("c")
            # The data of a chart are a table on a page alone.
            if kind == "Figure":
                return
            if kind == "Header":
                headings.append((content[0], plain(content[2])))
            if kind in ("BulletList", "OrderedList"):
                seen["items"] += len(content if kind == "BulletList" else content[1])
            if kind in ("Table", "Note"):
                seen[kind] += 1
            walk(content)
        elif isinstance(node, dict):
            for inner in node.values():
                walk(inner)

    walk(tree["blocks"])
    return headings, seen


def plain(inlines):
    out = ""
    for node in inlines if isinstance(inlines, list) else [inlines]:
        if isinstance(node, list):
            out += plain(node)
        elif isinstance(node, dict) and node.get("t") == "Str":
            out += node["c"]
        elif isinstance(node, dict) and node.get("t") in ("Space", "SoftBreak"):
            out += " "
        elif isinstance(node, dict) and node.get("t") != "Note" and isinstance(node.get("c"), list):
            out += plain(node["c"])
    return out


def bare(heading):
    """A heading without the number that a list makes."""
    return re.sub(r"^(§\s*)?\d+\.\s", "", heading).replace("\u00a0", " ").strip()


def compared(file):
    """What pandoc reads otherwise from a file than from its page."""
    page, _ = read(file.with_suffix(".html"), "html")
    own, seen = read(file, "docx")
    notes = ("Przypisy", "Notes")
    page = [(max(level - 1, 0), bare(words)) for level, words in page if words not in notes]
    own = [(level, bare(words)) for level, words in own]
    # The title is a heading of a page, and a style of a file.
    page = [(level, words) for level, words in page if level]
    if page != own:
        lost = next((pair for pair in zip(page + [None], own + [None]) if pair[0] != pair[1]), None)
        yield f"headings differ: {lost}"
    html = file.with_suffix(".html").read_text()
    tables = len(re.findall(r'<div class="table', re.sub(r"<figure>.*?</figure>", "", html, flags=re.S)))
    signatures = sum(
        (len(re.findall(r'<div class="signature">', block)) + 1) // 2
        for block in html.split('<div class="signatures">')[1:]
    )
    if seen["Table"] != tables + signatures:
        yield f"{seen['Table']} tables, not {tables} and {signatures} for signatures"
    items = len(re.findall("<li>", html))
    if seen["items"] != items:
        yield f"{seen['items']} items, not {items}"
    called = len(set(re.findall(r'href="#pakt:note-(\d+)"', html)))
    if seen["Note"] != called:
        yield f"{seen['Note']} notes, not {called}"


def spoilt(file, out, part, change):
    """A copy with one part changed; without a change the part is left out."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(out, "w") as copy:
        for name in whole.namelist():
            text = whole.read(name)
            if name == part:
                if change is None:
                    continue
                changed = change(text.decode()).encode()
                assert changed != text, part
                text = changed
            copy.writestr(name, text)
    return out


files = sorted(pathlib.Path(papers).rglob("*.docx"))
if not files:
    sys.exit("docx: no Word file found")
audited = findings(papers)
if len(audited) != len(files):
    faults.append(f"openxml-audit read {len(audited)} files, not {len(files)}")
for file, errors in audited.items():
    faults += [f"{file}: openxml-audit: {error}" for error in errors]
for number, (file, said) in enumerate(pages(files, pathlib.Path(work) / "pages").items()):
    sheet, head = LOOKS.get(file.parts[-3], ("", ""))
    if sheet:
        pdf = pathlib.Path(work) / "pages" / f"{number}.pdf"
        told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        size = " x ".join(str(round(float(side))) for side in re.findall(r"[\d.]+", re.search("Page size:(.*)", told)[1])[:2])
        if size != sheet or squeezed(head) not in said:
            faults.append(f"{file}: not the look of {file.parts[-3]}: {size}")
    # A word with a hyphen may end a page and go on behind its foot: then its two parts are there.
    missing = [word for word in words(file) if not all(squeezed(part) in said for part in (
        [word] if squeezed(word) in said else re.split("(?<=[^-]-)(?=[^-])", word, maxsplit=1)))]
    if missing:
        faults.append(f"{file}: LibreOffice does not show {missing[:5]}")
for file in files:
    if file.with_suffix(".html").exists():
        faults += [f"{file}: pandoc: {difference}" for difference in compared(file)]

# Files spoilt on purpose: each check must notice its own.
main = next((file for file in files if file.name == "partnership-agreement.pl.docx"), files[0])
folder = pathlib.Path(work) / "spoilt"
spoilt(main, folder / "part.docx", "word/numbering.xml", None)
spoilt(main, folder / "order.docx", "word/document.xml", lambda text: text.replace("</w:tblPr>", "<w:tblW/></w:tblPr>", 1))
noticed = findings(folder)
faults += [f"not noticed: {file.name}" for file, errors in noticed.items() if not errors]
with zipfile.ZipFile(main) as whole:
    body = whole.read("word/document.xml").decode()
# Marks of origin may cut a word in two; one that stands whole can be taken out whole.
lost = max((word for word in words(main) if word in body), key=len)
torn = spoilt(main, folder / "word.docx", "word/document.xml", lambda text: text.replace(lost, "", 99))
said = pages([torn], folder / "pages")[torn]
if all(squeezed(word) in said for word in words(main)):
    faults.append("not noticed: a word that is not shown")
flat = spoilt(main, folder / main.name, "word/styles.xml", lambda text: text.replace('w:val="heading 1"', 'w:val="x"'))
page = main.with_suffix(".html")
if page.exists():
    shutil.copy(page, flat.with_suffix(".html"))
    if not list(compared(flat)):
        faults.append("not noticed: headings that are none")

for fault in faults:
    print(f"docx: {fault}", file=sys.stderr)
if not faults:
    print(f"docx: {len(files)} files comply, 4 spoilt ones are noticed")
sys.exit(bool(faults))
