"""Makes reference documents as strangers have them: one of python-docx, one of LibreOffice, one with Polish names of styles.

Each has a colour of headings that no other has, a head with a picture, a foot, and a sheet of its own."""

import pathlib, re, subprocess, sys, zipfile

import docx
from docx.shared import Mm, Pt, RGBColor

out, picture = pathlib.Path(sys.argv[1]), sys.argv[2]
out.mkdir(parents=True, exist_ok=True)


def by_python_docx(path, colour, font):
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(11)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title"):
        style = document.styles[name]
        style.font.color.rgb, style.font.name = RGBColor.from_string(colour), font
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(35), Mm(20), Mm(38)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(picture, width=Mm(30))
    head.add_run("\tBiuro Projektów Jodła")
    section.footer.paragraphs[0].text = "Biuro Projektów Jodła, ul. Leśna 1"
    document.save(path)


def with_polish_names(source, path):
    """A copy in which styles are called as Polish Word shows them, under the ids that it makes of such names."""
    names = {"Normal": "Normalny", "Title": "Tytuł", "Body Text": "Tekst podstawowy", "header": "Nagłówek", "Caption": "Legenda"}
    names |= {f"Heading {level}": f"Nagłówek {level}" for level in range(1, 7)}
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in whole.namelist():
            data = whole.read(name)
            if name.endswith(".xml") and name.startswith("word/"):
                text = data.decode()
                for english, polish in names.items():
                    text = text.replace(f'<w:name w:val="{english}"/>', f'<w:name w:val="{polish}"/>')
                data = re.sub(r'"Heading(\d)"', r'"Nagwek\1"', text.replace('"Title"', '"Tytu"')).encode()
            copy.writestr(name, data)


def by_libreoffice(folder, colour, font):
    """A text document with styles of its own that LibreOffice saves as a Word file."""
    style = "style:family='paragraph' style:class='text'"
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="{font}" svg:font-family="{font}"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="{font}" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" {style}/>
<style:style style:name="Text_20_body" style:display-name="Text body" {style} style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="4mm" fo:line-height="125%"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" {style} style:parent-style-name="Standard" style:default-outline-level="1">
<style:paragraph-properties fo:margin-top="8mm" fo:margin-bottom="4mm"/><style:text-properties fo:font-size="20pt" fo:color="#{colour.lower()}"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" {style} style:parent-style-name="Standard" style:default-outline-level="2">
<style:text-properties fo:font-size="15pt" fo:color="#{colour.lower()}"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="176mm" fo:page-height="250mm"
 fo:margin-left="18mm" fo:margin-right="18mm" fo:margin-top="15mm" fo:margin-bottom="15mm"/>
<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
<style:header><text:p>Stowarzyszenie Brzoza</text:p></style:header>
<style:footer><text:p>Stowarzyszenie Brzoza, s. <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Wzór</text:h>
<text:h text:style-name="Heading_20_2" text:outline-level="2">Wzór</text:h>
<text:p text:style-name="Text_20_body">Tekst wzoru.</text:p></office:text></office:body></office:document>
"""
    source = folder / "libreoffice.fodt"
    source.write_text(text)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, source]
    subprocess.run(command, capture_output=True, check=True)


by_python_docx(out / "python.docx", "8A1538", "Carlito")
with_polish_names(out / "python.docx", out / "polish.docx")
by_libreoffice(out, "1B5E20", "Liberation Serif")
