//! XML → its elements and texts, one after the other. Entities of its own, and elements without end in one another, are
//! refused: they are made to do harm.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements in one another; documents of people have some fifty.
const MAX_DEPTH: usize = 256;

/// What XML is made of.
pub(super) enum Node<'a> {
    /// An element begins.
    Start(&'a str, &'a BytesStart<'a>),
    /// A piece of text.
    Text(&'a str),
    /// The element of this name ends.
    End(&'a str),
}

/// Takes the nodes of an XML document; names come without their prefix.
///
/// # Errors
/// It is no sound XML, or `take` does not want more: what is wrong and what to do about it.
pub(super) fn walk(
    xml: &str,
    take: &mut dyn FnMut(Node<'_>) -> Result<(), String>,
) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event();
        match event.map_err(|e| damaged(&e.to_string()))? {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(format!(
                        "more than {MAX_DEPTH} elements in one another: save it again with an office program"
                    ));
                }
                take(Node::Start(start.local_name().into_inner(), &start))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Node::End(end.local_name().into_inner()))?;
            }
            Event::Text(text) => take(Node::Text(&text.xml10_content()))?,
            Event::CData(text) => take(Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(entity) => {
                let mut buffer = [0; 4];
                let text = match entity.resolve_char_ref() {
                    Ok(Some(c)) => c.encode_utf8(&mut buffer),
                    Ok(None) => resolve_predefined_entity(&entity).unwrap_or_default(),
                    Err(e) => return Err(damaged(&e.to_string())),
                };
                take(Node::Text(text))?;
            }
            Event::DocType(_) => {
                return Err(
                    "it declares entities of its own, as files made to do harm do: save it again with an office program"
                        .to_owned(),
                );
            }
            Event::Eof if depth > 0 => return Err(damaged("it ends too early")),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn damaged(problem: &str) -> String {
    format!("damaged XML ({problem}): save it again with an office program, or fetch it again")
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    // Whether a name is there twice is not looked for: it takes the square of their number.
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().into_inner() == name)?;
    Some(match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

/// The text of the first element of that name.
pub(super) fn text_of(xml: &str, name: &str) -> Result<Option<String>, String> {
    let (mut text, mut inside, mut done) = (String::new(), false, false);
    walk(xml, &mut |node| {
        match node {
            Node::Start(start, _) if start == name && !done => inside = true,
            Node::Text(part) if inside => text.push_str(part),
            Node::End(end) if end == name && inside => (inside, done) = (false, true),
            _ => {}
        }
        Ok(())
    })?;
    let text = text.trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_that_everyone_knows_are_read_and_others_refused() {
        let text = text_of("<a><b>甲&amp;&#x4E59;<![CDATA[<丙>]]></b></a>", "b").unwrap();
        assert_eq!(text.as_deref(), Some("甲&乙<丙>"));
        let laughs = "<!DOCTYPE a [<!ENTITY b \"哈\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert!(text_of(laughs, "a").unwrap_err().contains("entities"));
    }

    #[test]
    fn a_million_elements_in_one_another_are_refused_at_once() {
        let deep = "<a>".repeat(1_000_000);
        assert!(text_of(&deep, "b").unwrap_err().contains("in one another"));
    }

    #[test]
    fn xml_that_stops_is_damaged() {
        for xml in ["<a><b>", "<a", "<a></b>"] {
            assert!(text_of(xml, "a").unwrap_err().contains("damaged"), "{xml}");
        }
    }
}
