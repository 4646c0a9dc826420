//! The fonts a file carries. In: faces with the codes in use. Out: font objects, each with the glyphs in
//! use and no other, their widths and the characters they show.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use subsetter::GlyphRemapper;

use super::codes::Codes;
use super::objects::{number, stream};

/// Adds the font of a face and returns it.
pub(super) fn add(document: &mut Document, codes: &Codes) -> ObjectId {
    let mut glyphs = GlyphRemapper::new();
    codes.entries.iter().for_each(|entry| {
        glyphs.remap(entry.glyph);
    });
    let subset = subsetter::subset(&codes.face.data, codes.face.index, &glyphs);
    // A font that cannot be cut stays whole, and its glyphs keep their numbers.
    let whole = subset.is_err();
    let program = subset.unwrap_or_else(|_| codes.face.data.to_vec());
    let base = base_name(codes, &program, whole);

    let to_unicode = document.add_object(stream(Dictionary::new(), to_unicode(codes).into_bytes()));
    let descriptor = descriptor(codes, &base, add_program(document, codes, program));
    let mut descendant = dictionary! {
        "Type" => "Font",
        "BaseFont" => base.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "W" => widths(codes),
        "FontDescriptor" => document.add_object(descriptor),
    };
    if codes.numbered() {
        descendant.set("Subtype", "CIDFontType0");
    } else {
        let glyph = |glyph| if whole { glyph } else { glyphs.get(glyph).unwrap_or(0) };
        let map = document.add_object(stream(Dictionary::new(), glyph_map(codes, glyph)));
        descendant.set("Subtype", "CIDFontType2");
        descendant.set("CIDToGIDMap", map);
    }
    let descendant = document.add_object(descendant);
    document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => base,
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => to_unicode,
    })
}

/// Returns the font's name, with six letters before it that tell subsets apart.
fn base_name(codes: &Codes, program: &[u8], whole: bool) -> String {
    let mut base = codes.face.name.replace(|c: char| !c.is_ascii_graphic() || "()<>[]{}/%#".contains(c), "");
    if base.is_empty() {
        base.push_str("Font");
    }
    if !whole {
        let digest = Sha256::digest(program);
        let tag: String = digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        base = format!("{tag}+{base}");
    }
    base
}

fn add_program(document: &mut Document, codes: &Codes, program: Vec<u8>) -> (&'static str, ObjectId) {
    if codes.numbered() {
        let kind = dictionary! { "Subtype" => "OpenType" };
        return ("FontFile3", document.add_object(stream(kind, program)));
    }
    let length = dictionary! { "Length1" => program.len() as i64 };
    ("FontFile2", document.add_object(stream(length, program)))
}

fn descriptor(codes: &Codes, base: &str, program: (&'static str, ObjectId)) -> Dictionary {
    let scaled = |value: f32| number(value * codes.scale());
    let mut descriptor = dictionary! { "Type" => "FontDescriptor", "FontName" => base };
    if let Some(open) = codes.font() {
        let font = open.font.metrics(Size::unscaled(), LocationRef::default());
        let area = font.bounds.unwrap_or_default();
        let corners = [area.x_min, area.y_min, area.x_max, area.y_max];
        let slant = font.italic_angle;
        // Bit 6: Latin letters beyond a symbol font's own; bit 1: one width for all; bit 7: slanted.
        let flags = 1 << 5 | i64::from(font.is_monospace) | i64::from(slant != 0.0) << 6;
        descriptor.set("Flags", flags);
        descriptor.set("FontBBox", corners.map(scaled).to_vec());
        descriptor.set("ItalicAngle", number(slant));
        descriptor.set("Ascent", scaled(font.ascent));
        descriptor.set("Descent", scaled(font.descent));
        descriptor.set("CapHeight", scaled(font.cap_height.unwrap_or(font.ascent)));
        // No table holds the width of stems; 50 + (weight/65)² is what PDF writers agree on.
        let weight = open.font.attributes().weight.value() / 65.0;
        descriptor.set("StemV", (50.0 + weight * weight).round() as i64);
    }
    descriptor.set(program.0, program.1);
    descriptor
}

fn widths(codes: &Codes) -> Object {
    let mut groups = Vec::new();
    for group in codes.entries.chunk_by(|left, right| left.code + 1 == right.code) {
        groups.push(Object::Integer(i64::from(group[0].code)));
        groups.push(Object::Array(group.iter().map(|entry| number(entry.width)).collect()));
    }
    Object::Array(groups)
}

fn glyph_map(codes: &Codes, glyph: impl Fn(u16) -> u16) -> Vec<u8> {
    let last = codes.entries.last().map_or(0, |entry| usize::from(entry.code));
    let mut map = vec![0; (last + 1) * 2];
    for entry in &codes.entries {
        let at = usize::from(entry.code) * 2;
        map[at..at + 2].copy_from_slice(&glyph(entry.glyph).to_be_bytes());
    }
    map
}

fn to_unicode(codes: &Codes) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
         /CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n\
         1 begincodespacerange <0000><FFFF> endcodespacerange\n",
    );
    // The format allows no more than 100 entries in a group.
    for group in codes.entries.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", group.len());
        for entry in group {
            let _ = write!(map, "<{:04X}><", entry.code);
            for unit in entry.text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap CMapName currentdict /CMap defineresource pop end end\n");
    map
}
