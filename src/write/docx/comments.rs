//! Remarks as Word shows them beside the text. In: the parts of a file, who says what of which text. Out: the parts with
//! comments, each at the control of its text, one of no text at the head of the paper.

use super::package::Parts;
use super::relations::KINDS;
use super::xml::{DECLARATION, NAMESPACES, escaped};

/// The part with the body.
const BODY: &str = "word/document.xml";

/// What is said beside a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// The number of the text's origin; `None` for the paper as a whole.
    pub number: Option<usize>,
    /// Who says it.
    pub author: String,
    /// What is said, a paragraph each.
    pub lines: Vec<String>,
}

impl Parts {
    /// Tells whether the body holds a control of a text.
    pub fn holds(&self, number: usize) -> bool {
        self.text(BODY).is_some_and(|body| control(body, number).is_some())
    }

    /// Adds comments in the order of their places.
    pub fn comment(&mut self, remarks: &[Remark]) {
        let Some(body) = self.text(BODY) else { return };
        let place = |remark: &Remark| match remark.number {
            Some(number) => control(body, number),
            None => first_line(body),
        };
        let placed = remarks.iter().filter_map(|remark| Some((place(remark)?, remark)));
        let mut placed: Vec<((usize, usize), &Remark)> = placed.collect();
        placed.sort_by_key(|(range, _)| *range);
        let mut comments = String::new();
        let mut marks: Vec<(usize, String)> = Vec::new();
        for (id, ((from, to), remark)) in placed.into_iter().enumerate() {
            comments += &remark.markup(id);
            marks.push((from, format!("<w:commentRangeStart w:id=\"{id}\"/>")));
            let end =
                format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
            marks.push((to, end));
        }
        if marks.is_empty() {
            return;
        }
        marks.sort_by_key(|(at, _)| *at);
        let mut marked = String::with_capacity(body.len() + 160 * marks.len());
        let mut done = 0;
        for (at, mark) in marks {
            marked.extend([&body[done..at], &mark]);
            done = at;
        }
        marked += &body[done..];
        if let Some((_, own)) = self.0.iter_mut().find(|(name, _)| name == BODY) {
            *own = marked.into_bytes();
        }
        self.declare(
            "<Override PartName=\"/word/comments.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>",
        );
        self.relate(&format!(
            "<Relationship Id=\"rIdComments\" Type=\"{KINDS}/comments\" Target=\"comments.xml\"/>"
        ));
        let part = format!("{DECLARATION}<w:comments {NAMESPACES}>{comments}</w:comments>");
        self.0.push(("word/comments.xml".to_owned(), part.into_bytes()));
    }
}

impl Remark {
    fn markup(&self, id: usize) -> String {
        let line = |line: &String| {
            format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(line))
        };
        let lines: String = self.lines.iter().map(line).collect();
        let author = escaped(&self.author);
        format!("<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"pakt\">{lines}</w:comment>")
    }
}

/// Returns where the first control of a text opens and ends, inside of it.
fn control(body: &str, number: usize) -> Option<(usize, usize)> {
    const START: &str = "<w:bookmarkStart w:id=\"";
    let names = ["", "B", "I"].map(|kind| format!("\" w:name=\"_Pakt{kind}{number}\"/>"));
    let name = names.iter().filter_map(|name| body.find(name)).min()?;
    let from = body[..name].rfind(START)?;
    let end = format!("<w:bookmarkEnd w:id=\"{}\"/>", &body[from + START.len()..name]);
    let to = from + body[from..].find(&end)? + end.len();
    Some((from, to))
}

/// Returns where the words of the first paragraph begin and end.
fn first_line(body: &str) -> Option<(usize, usize)> {
    let from = body.find("</w:pPr>")? + "</w:pPr>".len();
    Some((from, from + body[from..].find("</w:p>")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_at_its_text_and_one_of_no_text_at_the_head() {
        let body = "<w:p><w:pPr/></w:pPr><w:r/></w:p><w:sdt><w:bookmarkStart w:id=\"7\" w:name=\"_PaktI12\"/><w:r/>\
             <w:bookmarkEnd w:id=\"7\"/></w:sdt>";
        let part = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let mut parts = Parts(vec![
            part(BODY, body),
            part("[Content_Types].xml", "<Types></Types>"),
            part("word/_rels/document.xml.rels", "<Relationships></Relationships>"),
        ]);
        assert!(parts.holds(12) && !parts.holds(1));
        let remark = |number, author: &str| Remark {
            number,
            author: author.to_owned(),
            lines: vec!["a < b".to_owned()],
        };
        parts.comment(&[
            remark(Some(12), "pakt NEED-02"),
            remark(Some(1), "pakt X-01"),
            remark(None, "pakt"),
        ]);
        let marked = parts.text(BODY).expect("it is there");
        let start = "<w:commentRangeStart w:id=\"1\"/><w:bookmarkStart w:id=\"7\" w:name=\"_PaktI12\"/>";
        assert!(marked.contains(start), "{marked}");
        assert!(
            marked.contains("</w:pPr><w:commentRangeStart w:id=\"0\"/><w:r/><w:commentRangeEnd w:id=\"0\"/>")
        );
        let comments = parts.text("word/comments.xml").expect("it is there");
        assert_eq!(comments.matches("<w:comment ").count(), 2);
        assert!(comments.contains("w:author=\"pakt NEED-02\"") && comments.contains("a &lt; b"));
    }
}
