//! The theme: the colours and the fonts that Word offers beside the text. In: a `Style`. Out: a part.

use super::style::{Style, hex};
use super::xml::{DECLARATION, escaped};

/// Returns the theme.
pub(super) fn theme(style: &Style) -> String {
    let colours = style.look.colours;
    let colour = |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let scheme: String = [
        ("dk1", "000000".to_owned()),
        ("lt1", "FFFFFF".to_owned()),
        ("dk2", hex(colours.ink)),
        ("lt2", hex(colours.tint)),
        ("accent1", hex(colours.accent)),
        ("accent2", "B35C00".to_owned()),
        ("accent3", "1C7C6D".to_owned()),
        ("accent4", "7A3E8E".to_owned()),
        ("accent5", "5C6670".to_owned()),
        ("accent6", "9E2A2B".to_owned()),
        ("hlink", hex(colours.link)),
        ("folHlink", hex(colours.muted)),
    ]
    .map(|(name, value)| colour(name, &value))
    .concat();
    let family = escaped(&style.family);
    let fonts = |name: &str| {
        format!(
            "<a:{name}><a:latin typeface=\"{family}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>"
        )
    };
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = |width: u32| {
        format!(
            "<a:ln w=\"{width}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">{fill}<a:prstDash val=\"solid\"/></a:ln>"
        )
    };
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"pakt\">\
         <a:themeElements><a:clrScheme name=\"pakt\">{scheme}</a:clrScheme><a:fontScheme name=\"pakt\">{}{}</a:fontScheme>\
         <a:fmtScheme name=\"pakt\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{}{}{}</a:lnStyleLst>\
         <a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst>\
         </a:fmtScheme></a:themeElements></a:theme>",
        fonts("majorFont"),
        fonts("minorFont"),
        line(6_350),
        line(12_700),
        line(19_050),
    )
}
