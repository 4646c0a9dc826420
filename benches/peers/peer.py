"""peer.py VERB WORDS OUT FONTS [again]   makes one document of `WORDS.md` or `WORDS.html` with one of the peers.

`prepare` makes what no run should pay for: the words as typst has them, the blocks for the makers of DOCX, and the
template of docxtpl.
"""
import json
import re
import sys
import time


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def plain(words):
    words = re.sub(r"\[\^[^\]]*\]", "", words)
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
    return re.sub(r"\\(.)", r"\1", words.replace("**", "")).strip()


def blocks(markdown):
    """Returns headings, paragraphs, items and tables: what pakt's Markdown is made of."""
    found, rows = [], []
    for line in markdown.splitlines() + [""]:
        if line.startswith("|"):
            cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not set("".join(cells)) <= set("-: "):
                rows.append(cells)
            continue
        if rows:
            found.append({"kind": "table", "rows": rows})
            rows = []
        heading = re.match(r"(#+) (.*)", line)
        item = re.match(r"\s*(?:[-*]|\d+[.)]) (.*)", line)
        if heading:
            found.append({"kind": "heading", "level": len(heading[1]), "text": plain(heading[2])})
        elif item:
            found.append({"kind": "item", "text": plain(item[1])})
        elif line.strip():
            found.append({"kind": "words", "text": plain(line)})
    return found


def prepare(words, packages, fonts):
    markdown = read(words + ".md")
    # The head between two lines of dashes is no text.
    markdown = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    write(words + ".body.md", markdown)
    write(words + ".json", json.dumps(blocks(markdown)))
    if "pypandoc_binary" in packages:
        import pypandoc
        body = pypandoc.convert_text(markdown, "typst", format="markdown")
        head = (
            '#set document(title: "Uzasadnienie partnerstwa", date: none)\n'
            '#set page(paper: "a4", numbering: "1 / 1", margin: 22mm)\n'
            '#set text(font: "Lato", size: 10.5pt, lang: "pl")\n#set par(justify: true)\n'
            '#let horizontalrule = line(length: 100%)\n'
        )
        write(words + ".typ", head + body)
    if "python-docx" in packages:
        template(words + ".docx")


def template(path):
    """Makes the template of docxtpl: a paragraph of each kind, and a table of any number of rows and columns."""
    import docx
    document = docx.Document()
    add = document.add_paragraph
    add("{%p for block in blocks %}")
    for level in range(1, 5):
        add("{%p if block.kind == 'heading' and block.level == " + str(level) + " %}")
        document.add_heading("{{ block.text }}", level)
        add("{%p endif %}")
    for kind, style in [("item", "List Bullet"), ("words", None)]:
        add("{%p if block.kind == '" + kind + "' %}")
        add("{{ block.text }}", style)
        add("{%p endif %}")
    add("{%p if block.kind == 'table' %}")
    table = document.add_table(rows=3, cols=3)
    table.style = "Table Grid"
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for at, text in enumerate(["{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"]):
        table.cell(1, at).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    add("{%p endif %}")
    add("{%p endfor %}")
    document.save(path)


def pandoc(words, out, _):
    import os
    import pypandoc
    # The program itself takes the place of this process, so that no Python is paid for.
    program = pypandoc.get_pandoc_path()
    os.execv(program, [program, "-s", "--metadata", "title=Uzasadnienie", "-f", "markdown", words + ".body.md", "-o", out])


def typst(words, out, fonts, again=False):
    import typst
    path = words + ".typ"
    text = read(path)
    own = out + ".typ"
    write(own, text)
    make = lambda: typst.compile(own, output=out, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"])
    make()
    if again:
        write(own, text.replace("partner", "porozum", 1))
        started = time.process_time()
        make()
        print((time.process_time() - started) * 1000)


def weasyprint(words, out, _):
    import weasyprint
    weasyprint.HTML(words + ".html").write_pdf(out, pdf_variant="pdf/ua-1")


def jinja2(words, out, _):
    import jinja2
    import markdown
    body = markdown.markdown(read(words + ".body.md"), extensions=["tables", "footnotes", "toc", "sane_lists"])
    page = jinja2.Template("<!DOCTYPE html><html lang='pl'><head><meta charset='utf-8'><title>{{ title }}</title></head><body>{{ body }}</body></html>")
    write(out, page.render(title="Uzasadnienie", body=body))


def python_docx(words, out, _):
    import docx
    document = docx.Document()
    for block in json.loads(read(words + ".json")):
        if block["kind"] == "heading":
            document.add_heading(block["text"], block["level"])
        elif block["kind"] == "table":
            rows = block["rows"]
            table = document.add_table(rows=0, cols=max(map(len, rows)))
            table.style = "Table Grid"
            for row in rows:
                for cell, text in zip(table.add_row().cells, row):
                    cell.text = text
        else:
            document.add_paragraph(block["text"], "List Bullet" if block["kind"] == "item" else None)
    document.save(out)


def docxtpl(words, out, _):
    import docxtpl
    document = docxtpl.DocxTemplate(words + ".docx")
    document.render({"blocks": json.loads(read(words + ".json"))}, autoescape=True)
    document.save(out)


VERB, WORDS, OUT, FONTS, *AGAIN = sys.argv[1:]
if VERB == "prepare":
    prepare(WORDS, json.loads(OUT), FONTS)
elif VERB == "version":
    import pypandoc
    print(pypandoc.get_pandoc_version())
else:
    made = {"pandoc": pandoc, "typst": typst, "weasyprint": weasyprint, "jinja2": jinja2, "python-docx": python_docx, "docxtpl": docxtpl}
    made[VERB](WORDS, OUT, FONTS, *map(bool, AGAIN))
