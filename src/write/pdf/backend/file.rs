//! The file itself. In: objects. Out: bytes, with small objects packed into compressed streams.
//!
//! lopdf can do this too, but clones every object, deflates with its own settings and leaves the
//! cross-references as they are: half again as large and twice as slow.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::serialise::write;

/// How many objects share a compressed stream: enough to find repetitions, few enough to open one quickly.
const SHARED: usize = 400;

/// Where an object stands.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    In { stream: u32, index: usize },
}

/// Returns the file.
pub(super) fn bytes(document: Document, deflater: &mut Deflater) -> Vec<u8> {
    let (streams, small): (Vec<_>, Vec<_>) =
        document.objects.into_iter().partition(|(_, object)| matches!(object, Object::Stream(_)));
    let packed = small.len().div_ceil(SHARED) as u32;
    let first = document.max_id + 1;
    let mut entries = vec![Entry::Free; (first + packed + 1) as usize];
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    for ((id, _), object) in streams {
        if let Object::Stream(stream) = object {
            entries[id as usize] = Entry::At(out.len());
            put(&mut out, id, deflater.stream(stream));
        }
    }
    for (id, objects) in (first..).zip(small.chunks(SHARED)) {
        entries[id as usize] = Entry::At(out.len());
        for (index, &((object, _), _)) in objects.iter().enumerate() {
            entries[object as usize] = Entry::In { stream: id, index };
        }
        put(&mut out, id, deflater.stream(pack(objects)));
    }
    let id = first + packed;
    let start = out.len();
    entries[id as usize] = Entry::At(start);
    let trailer = document.trailer;
    let mut table = deflater.stream(references(&entries));
    for key in ["Root", "Info"] {
        if let Ok(value) = trailer.get(key.as_bytes()) {
            table.dict.set(key, value.clone());
        }
    }
    let digest = Sha256::digest(&out)[..16].to_vec();
    let identifier = Object::String(digest, lopdf::StringFormat::Hexadecimal);
    table.dict.set("ID", vec![identifier.clone(), identifier]);
    put(&mut out, id, table);
    out.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    out
}

fn put(out: &mut Vec<u8>, id: u32, mut stream: Stream) {
    stream.dict.set("Length", stream.content.len() as i64);
    out.extend(format!("{id} 0 obj\n").bytes());
    write(out, &Object::Dictionary(stream.dict));
    out.extend(b"\nstream\n");
    out.extend(stream.content);
    out.extend(b"\nendstream\nendobj\n");
}

/// A compressor used again for each stream: setting one up costs as much as half a page.
pub(super) struct Deflater(Compress);

impl Deflater {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(6), true))
    }

    /// Returns a stream deflated, unless it is already or must not be.
    pub(super) fn stream(&mut self, mut stream: Stream) -> Stream {
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            stream.content = self.deflate(&stream.content);
            stream.dict.set("Filter", "FlateDecode");
        }
        stream
    }

    fn deflate(&mut self, content: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut out = Vec::with_capacity(content.len() / 2 + 64);
        loop {
            let rest = &content[self.0.total_in() as usize..];
            let status = self.0.compress_vec(rest, &mut out, FlushCompress::Finish);
            if status.expect("a compressor without a dictionary takes every byte") == Status::StreamEnd {
                return out;
            }
            out.reserve(out.capacity());
        }
    }
}

fn pack(objects: &[(ObjectId, Object)]) -> Stream {
    let (mut heads, mut bodies) = (Vec::new(), Vec::new());
    for ((id, _), object) in objects {
        heads.extend(format!("{id} {} ", bodies.len()).bytes());
        write(&mut bodies, object);
        bodies.push(b'\n');
    }
    let dictionary =
        dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => heads.len() as i64 };
    heads.append(&mut bodies);
    Stream::new(dictionary, heads)
}

/// Returns the cross-references. Each row is written as its difference from the one above, which makes
/// long runs of equal bytes.
fn references(entries: &[Entry]) -> Stream {
    const WIDTH: usize = 7;
    let mut rows = Vec::with_capacity(entries.len() * (WIDTH + 1));
    let mut above = [0; WIDTH];
    for (id, entry) in entries.iter().enumerate() {
        let (kind, place, index) = match *entry {
            Entry::Free => (0, 0, if id == 0 { u16::MAX } else { 0 }),
            Entry::At(offset) => (1, offset as u32, 0),
            Entry::In { stream, index } => (2, stream, index as u16),
        };
        let mut row = [kind; WIDTH];
        row[1..5].copy_from_slice(&place.to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        // 2: the filter "up".
        rows.push(2);
        rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    let dictionary = dictionary! {
        "Type" => "XRef",
        "Size" => entries.len() as i64,
        "W" => vec![1.into(), 4.into(), 2.into()],
        "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => WIDTH as i64 },
    };
    Stream::new(dictionary, rows)
}
