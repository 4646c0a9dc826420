//! Objects as bytes. In: an object. Out: its bytes, without a space too many.

use std::io::Write as _;

use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object that is no stream.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null | Object::Stream(_) => out.extend(b"null"),
        Object::Boolean(value) => out.extend(if *value { "true" } else { "false" }.bytes()),
        Object::Integer(value) => number(out, format_args!("{value}")),
        Object::Real(value) => number(out, format_args!("{value}")),
        Object::Reference((id, generation)) => number(out, format_args!("{id} {generation} R")),
        Object::Name(name) => self::name(out, name),
        Object::String(text, StringFormat::Literal) => literal(out, text),
        Object::String(text, StringFormat::Hexadecimal) => hexadecimal(out, text),
        Object::Array(items) => {
            out.push(b'[');
            items.iter().for_each(|item| spaced(out, item));
            out.push(b']');
        }
        Object::Dictionary(dictionary) => self::dictionary(out, dictionary),
    }
}

fn dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        name(out, key);
        spaced(out, value);
    }
    out.extend(b">>");
}

/// Writes an object, after a space where it would run into the one before.
fn spaced(out: &mut Vec<u8>, object: &Object) {
    let starts_itself =
        matches!(object, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_));
    if !starts_itself && out.last() != Some(&b'[') {
        out.push(b' ');
    }
    write(out, object);
}

fn number(out: &mut Vec<u8>, digits: std::fmt::Arguments) {
    out.write_fmt(digits).expect("memory takes every byte");
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if (b'!'..=b'~').contains(&byte) && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            number(out, format_args!("#{byte:02X}"));
        }
    }
}

fn literal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'<');
    for byte in text {
        number(out, format_args!("{byte:02X}"));
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    #[test]
    fn objects_stand_close_but_apart() {
        let mut out = Vec::new();
        let object = dictionary! {
            "A" => vec![1.into(), (-2.5f32).into(), "n".into(), Object::Null, (7, 0).into()],
            "B b" => Object::String(b"a(\\\r\n".to_vec(), StringFormat::Literal),
            "C" => true,
            "D" => Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal),
        };
        write(&mut out, &object.into());
        assert_eq!(
            String::from_utf8_lossy(&out),
            "<</A[1 -2.5/n null 7 0 R]/B#20b(a\\(\\\\\\r\n)/C true/D<FE0A>>>"
        );
    }
}
