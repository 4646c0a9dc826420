//! What the file says of itself, twice: for old readers (Info) and for everybody (XMP). In: `Meta`. Out:
//! objects that agree with each other.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::objects::{plain_stream, stream, text};
use super::{Meta, icc};

const PRODUCER: &str = concat!("pakt ", env!("CARGO_PKG_VERSION"));

/// Returns the entries for readers that know no XMP.
pub(super) fn info(meta: &Meta) -> Dictionary {
    let mut info = dictionary! { "Producer" => text(PRODUCER), "Creator" => text("pakt") };
    let authors = meta.authors.join("; ");
    for (key, value) in [("Title", &meta.title), ("Subject", &meta.subject), ("Author", &authors)] {
        if !value.is_empty() {
            info.set(key, text(value));
        }
    }
    if let Some(date) = date(meta) {
        let date = format!("D:{}", date.replace('-', ""));
        info.set("CreationDate", text(&date));
        info.set("ModDate", text(&date));
    }
    info
}

/// Returns the document's date, if it is one: `2027-01-31`.
fn date(meta: &Meta) -> Option<&str> {
    let shape =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    (meta.date.len() == 10 && meta.date.bytes().enumerate().all(shape)).then_some(meta.date.as_str())
}

/// Adds the XMP packet and returns it. It stays readable to programs that know no PDF.
pub(super) fn xmp(document: &mut Document, meta: &Meta) -> ObjectId {
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    document.add_object(plain_stream(kind, packet(meta).into_bytes()))
}

/// Adds the colour space that all colours are meant in and returns its entry.
pub(super) fn output_intent(document: &mut Document) -> Object {
    let profile = document.add_object(stream(dictionary! { "N" => 3 }, icc::srgb()));
    let identifier = || Object::string_literal("sRGB IEC61966-2.1");
    Object::Array(vec![Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => identifier(),
        "Info" => identifier(),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => profile,
    })])
}

fn packet(meta: &Meta) -> String {
    let lang = meta.lang.tag();
    let alternatives = |key: &str, words: &str| match words {
        "" => String::new(),
        _ => {
            let words = escape(words);
            format!(
                "<dc:{key}><rdf:Alt><rdf:li xml:lang=\"x-default\">{words}</rdf:li>\
                 <rdf:li xml:lang=\"{lang}\">{words}</rdf:li></rdf:Alt></dc:{key}>"
            )
        }
    };
    let title = alternatives("title", &meta.title);
    let subject = alternatives("description", &meta.subject);
    let authors: String =
        meta.authors.iter().map(|author| format!("<rdf:li>{}</rdf:li>", escape(author))).collect();
    let authors = match authors.as_str() {
        "" => authors,
        list => format!("<dc:creator><rdf:Seq>{list}</rdf:Seq></dc:creator>"),
    };
    let date = date(meta).map_or(String::new(), |date| {
        format!(
            "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
             <xmp:MetadataDate>{date}</xmp:MetadataDate>"
        )
    });
    // PDF/A wants every property outside its own list described: `pdfuaid` is not in it.
    format!(
        r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>{title}{subject}{authors}<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>pakt</xmp:CreatorTool>{date}<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#
    )
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_break_the_packet() {
        let meta = Meta { title: "R&D <„{lang}”>".into(), ..Meta::default() };
        assert!(packet(&meta).contains(">R&amp;D &lt;„{lang}”&gt;</rdf:li>"));
    }

    #[test]
    fn only_a_date_is_a_date() {
        let meta = |date: &str| Meta { date: date.into(), ..Meta::default() };
        assert_eq!(date(&meta("2027-01-31")), Some("2027-01-31"));
        assert_eq!(date(&meta("31.01.2027")), None);
        assert_eq!(date(&meta("")), None);
        assert!(info(&meta("2027-01-31")).get(b"CreationDate").is_ok());
    }
}
