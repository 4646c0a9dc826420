"""Takes Word files through python-docx and LibreOffice and back; `.ci/word` tells how."""

import copy, pathlib, random, shutil, subprocess, sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

program, work, count = str(pathlib.Path(sys.argv[1]).absolute()), pathlib.Path(sys.argv[2]), int(sys.argv[3])
SAMPLE = pathlib.Path("samples/gmina")
PAPERS = ["summary", "esf-justification", "diagnosis-report", "employment-pact", "monitoring-plan"]
faults = []


def pakt(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)


def built(application, folder):
    for paper in PAPERS:
        pakt("build", application, "-d", paper, "--to", "docx", "--exit-zero", "--out", folder)
    files = {paper: next(folder.rglob(f"{paper}.pl.docx"), None) for paper in PAPERS}
    missing = [paper for paper, file in files.items() if file is None]
    if missing:
        sys.exit(f"word: not built: {missing}")
    return files


def saved(files, folder):
    """The files as LibreOffice saves them."""
    folder.mkdir(parents=True)
    profile = f"-env:UserInstallation=file://{work}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", folder, *files]
    subprocess.run(command, capture_output=True, check=True)
    return [folder / file.name for file in files]


def controls(document):
    """For each tag its runs, and its paragraphs where it holds whole ones."""
    found = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None and tag.get(qn("w:val")).startswith("pakt:"):
            found.setdefault(tag.get(qn("w:val")), []).append(control.find(qn("w:sdtContent")))
    return found


def words(parts):
    lines = []
    for part in parts:
        for line in list(part.iter(qn("w:p"))) or [part]:
            text = "".join(
                (node.text or "") if node.tag == qn("w:t") else " "
                for node in line.iter()
                if node.tag in (qn("w:t"), qn("w:br"), qn("w:tab"))
                and not any(above.tag == qn("w:del") for above in node.iterancestors())
            )
            lines.append(" ".join(text.split()))
    return [line for line in lines if line]


def tracked(kind, run, chance):
    mark = OxmlElement(f"w:{kind}")
    for name, value in ("id", str(chance.randrange(9000, 99999))), ("author", "Ktoś"), ("date", "2027-01-01T00:00:00Z"):
        mark.set(qn(f"w:{name}"), value)
    mark.append(run)
    return mark


def split(run, at):
    """Splits a run at a letter and returns the second part."""
    other = copy.deepcopy(run._r)
    run._r.addnext(other)
    other = Run(other, run._parent)
    text = run.text
    run.text, other.text = text[:at], text[at:]
    return other


def edit(document, chance):
    """Makes one edit and returns its kind and the tag of the control; nothing where there was no room for it."""
    tag, parts = chance.choice(sorted(controls(document).items()))
    kind = chance.choice("replace insert delete bold append paragraph drop tracked-in tracked-out".split())
    part = chance.choice(parts)
    paragraphs = list(part.findall(qn("w:p")))
    if kind in ("paragraph", "drop"):
        if len(paragraphs) < 3:
            return None
        own = chance.choice(paragraphs[1:-1])
        if kind == "drop":
            own.getparent().remove(own)
            return kind, tag
        added = copy.deepcopy(own)
        for node in list(added):
            if node.tag != qn("w:pPr"):
                added.remove(node)
        own.addnext(added)
        Paragraph(added, document).add_run(f"Dodany akapit {chance.randrange(9999)}.")
        return kind, tag
    runs = [Run(run, document) for run in part.iter(qn("w:r")) if run.find(qn("w:t")) is not None and len(run) <= 2]
    runs = [run for run in runs if run.text.count(" ") > 3 and run._r.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is None]
    if not runs:
        return None
    run = chance.choice(runs)
    spaces = [at for at, sign in enumerate(run.text) if sign == " "]
    place = chance.randrange(len(spaces) - 1)
    start, end = spaces[place] + 1, spaces[place + 1]
    new = f"słowo{chance.randrange(9999)}"
    text = run.text
    if kind == "replace":
        run.text = text[:start] + new + text[end:]
    elif kind == "insert":
        run.text = text[:start] + new + " " + text[start:]
    elif kind == "delete":
        run.text = text[:start] + text[end + 1 :]
    elif kind == "append":
        run.text = text + " " + new
    else:
        # A name has no bold words.
        if kind == "bold" and (not tag.endswith(":b") or not text[start:end].isalnum() or run.bold or run.italic):
            return None
        if kind == "tracked-in":
            split(run, start)
            added = copy.deepcopy(run._r)
            run._r.addnext(tracked("ins", added, chance))
            Run(added, document).text = new + " "
            return kind, tag
        word = split(run, start)
        split(word, end - start + (kind == "tracked-out"))
        if kind == "bold":
            word.bold = True
        else:
            before = word._r.getprevious()
            gone = tracked("del", word._r, chance)
            before.addnext(gone)
            for node in gone.iter(qn("w:t")):
                node.tag = qn("w:delText")
    return kind, tag


def come_back(file, tag, kind, where):
    """Brings a file back into a copy of the sample; tells whether it came back, was named, or came back wrong."""
    copy_of = work / "onto" / SAMPLE.name
    shutil.rmtree(copy_of.parent, ignore_errors=True)
    shutil.copytree(SAMPLE, copy_of)
    shutil.copytree(SAMPLE.parent / "library", copy_of.parent / "library")
    said = pakt("import", file, "--onto", copy_of, "--write")
    if said.returncode > 1:
        faults.append(f"{where}: {said.stderr}")
        return "named"
    if not any((copy_of / own.name).read_bytes() != own.read_bytes() for own in SAMPLE.glob("*.yaml")):
        if "WORD-" not in said.stdout:
            faults.append(f"{where}: {kind} of {tag} was lost without a word")
        return "named"
    paper = file.name.split(".")[0]
    pakt("build", copy_of, "-d", paper, "--to", "docx", "--exit-zero", "--out", work / "again")
    own, meant = (words(controls(docx.Document(one)).get(tag, [])) for one in (next((work / "again").rglob(f"{paper}.pl.docx")), meaning))
    # The paper may set a full stop behind the text.
    if "\n".join(own).rstrip(".") != "\n".join(meant).rstrip("."):
        faults.append(f"{where}: {kind} of {tag} came back wrong: {own} {meant}")
    return "back"


original = built(SAMPLE, work / "papers")
for file in saved(list(original.values()), work / "saved") + list(original.values()):
    said = pakt("import", file, "--onto", SAMPLE)
    if said.returncode or "WORD-" in said.stdout or "@@" in said.stdout:
        faults.append(f"{file}: an unedited file brings something back: {said.stdout[:600]}{said.stderr}")

came = all_made = 0
for paper, file in original.items():
    chance = random.Random(paper)
    results = {"python-docx": [], "LibreOffice": []}
    edited = []
    folder = work / "edited" / paper
    while len(edited) < count:
        document = docx.Document(file)
        made = edit(document, chance)
        if made:
            own = folder / str(len(edited)) / file.name
            own.parent.mkdir(parents=True)
            document.save(own)
            edited.append((own, *made))
    for number, (own, kind, tag) in enumerate(edited):
        meaning = own
        results["python-docx"].append(come_back(own, tag, kind, f"{paper} {number}"))
        # Every third goes through LibreOffice too.
        if number % 3 == 0:
            [again] = saved([own], own.parent / "saved")
            results["LibreOffice"].append(come_back(again, tag, kind, f"{paper} {number} (LibreOffice)"))
    for way, own in results.items():
        share = 100 * own.count("back") / len(own)
        print(f"word: {paper}, {way}: {own.count('back')} of {len(own)} edits came back ({share:.0f} %)")
    came += sum(own.count("back") for own in results.values())
    all_made += sum(map(len, results.values()))

print(f"word: {came} of {all_made} edits came back")
if came < 0.95 * all_made:
    faults.append("too few edits came back")
for fault in faults:
    print(f"word: {fault}", file=sys.stderr)
sys.exit(bool(faults))
