"""xlsx.py WORK   compares the workbooks in WORK/out with what LibreOffice calculates; see .ci/xlsx."""

import pathlib
import subprocess
import sys

import openpyxl

work = pathlib.Path(sys.argv[1])
failed = []


def recalculated(files, folder):
    """Returns the workbooks as LibreOffice saves them: results that it finds in a file it throws away and works out anew."""
    profile = work / "profile"
    settings = profile / "user"
    settings.mkdir(parents=True, exist_ok=True)
    # 0: always recalculate on load.
    (settings / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
        "<value>0</value></prop></item></oor:items>"
    )
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(folder), *map(str, files)], check=True, capture_output=True, timeout=600)
    return [folder / file.name for file in files]


def differences(file, again):
    """Yields the cells whose stored result is not what the formula comes to, and how many formulas there are."""
    formulas = openpyxl.load_workbook(file)
    stored = openpyxl.load_workbook(file, data_only=True)
    fresh = openpyxl.load_workbook(again, data_only=True)
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                own, new = stored[sheet.title][cell.coordinate].value, fresh[sheet.title][cell.coordinate].value
                figures = isinstance(own, (int, float)) and isinstance(new, (int, float))
                if not figures or abs(own - new) > 1e-9 * max(1, abs(own)):
                    yield f"{sheet.title}!{cell.coordinate} {cell.value}: {own!r} is stored, {new!r} is calculated"
    if count == 0:
        yield "no formula at all"


def form(file):
    """Yields what a sheet lacks for whoever works in it."""
    book = openpyxl.load_workbook(file)
    choices = 0
    for sheet in book:
        if sheet.freeze_panes is None or not sheet.freeze_panes.endswith("2"):
            yield f"{sheet.title}: the heads are not frozen ({sheet.freeze_panes})"
        if not sheet.print_title_rows:
            yield f"{sheet.title}: the heads are not printed on each page"
        if sheet.page_setup.orientation != "landscape" or str(sheet.page_setup.paperSize) != "9":
            yield f"{sheet.title}: not set up for A4 on its long side"
        choices += len(sheet.data_validations.dataValidation)
        heads = [cell.value for cell in sheet[1]]
        if None in heads or len(set(heads)) < len(heads):
            yield f"{sheet.title}: heads {heads}"
    if choices < 10:
        yield f"only {choices} columns have a list of choices"
    money = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if "zł" in (cell.number_format or "")]
    if not money:
        yield "no amount has the form of an amount"


files = sorted((work / "out").glob("*/*.xlsx"))
if len(files) != 6:
    sys.exit(f"xlsx: {len(files)} workbooks instead of 6")
fresh = work / "fresh"
for file, again in zip(files, recalculated(files, fresh)):
    failed += [f"{file.name}: {found}" for found in [*differences(file, again), *form(file)]]

# A result that is not what the formula comes to has to be noticed.
spoilt = work / "spoilt" / "spoilt.xlsx"
spoilt.parent.mkdir()
import zipfile  # noqa: E402

with zipfile.ZipFile(files[0]) as source, zipfile.ZipFile(spoilt, "w") as target:
    for item in source.infolist():
        data = source.read(item)
        if item.filename == "xl/worksheets/sheet1.xml":
            text = data.decode()
            at = text.index("</f><v>") + len("</f><v>")
            data = (text[:at] + "9" + text[at:]).encode()
        target.writestr(item, data)
if not list(differences(spoilt, *recalculated([spoilt], fresh))):
    failed.append("a result changed on purpose is not noticed")
for line in failed:
    print("FAIL", line, file=sys.stderr)
if failed:
    sys.exit(1)
print(f"xlsx: {len(files)} workbooks calculate to what they hold")
