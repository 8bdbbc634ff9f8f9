//! The XML of `pdftotext -bbox` → pages with their words and where they stand.

use quick_xml::events::BytesStart;

use crate::article::xml::{self, Node};

/// A page; places are in points from its upper left corner.
#[derive(Debug, Default)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

/// Characters without a gap between them.
#[derive(Debug, Clone, Default)]
pub struct Word {
    pub place: Place,
    pub text: String,
}

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Place {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(&self) -> f64 {
        (self.top + self.bottom) / 2.0
    }

    /// The smallest place that holds both.
    pub fn with(self, other: Place) -> Place {
        Place {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How far both stand above one another.
    pub fn shared_width(&self, other: &Place) -> f64 {
        self.right.min(other.right) - self.left.max(other.left)
    }
}

/// Reads the pages. Words without characters or without a place are passed over.
pub fn read(xml: &str, max_bytes: u64) -> Result<Vec<Page>, String> {
    // Before it stands only what XHTML is declared with.
    let html = xml.find("<body>").map_or("", |at| &xml[at..]);
    let html = html.find("</body>").map_or(html, |end| &html[..end + 7]);
    let mut pages: Vec<Page> = Vec::new();
    let (mut word, mut total) = (None::<Word>, 0_u64);
    xml::walk(html, &mut |node| {
        match node {
            Node::Start("page", start) => pages.push(Page {
                width: number(start, "width"),
                height: number(start, "height"),
                words: Vec::new(),
            }),
            Node::Start("word", start) => word = Some(begun(start)),
            Node::Text(text) => {
                if let Some(word) = &mut word {
                    word.text.push_str(text);
                }
            }
            Node::End("word") => {
                if let (Some(word), Some(page)) = (word.take(), pages.last_mut())
                    && !word.text.trim().is_empty()
                {
                    total += word.text.len() as u64;
                    page.words.push(word);
                }
            }
            _ => {}
        }
        match total > max_bytes {
            true => Err(format!(
                "more text than {max_bytes} bytes: split it, or raise --max-file-size"
            )),
            false => Ok(()),
        }
    })?;
    Ok(pages)
}

fn begun(start: &BytesStart) -> Word {
    Word {
        place: Place {
            left: number(start, "xMin"),
            right: number(start, "xMax"),
            top: number(start, "yMin"),
            bottom: number(start, "yMax"),
        },
        text: String::new(),
    }
}

fn number(start: &BytesStart, name: &str) -> f64 {
    let value = xml::attribute(start, name).and_then(|v| v.parse::<f64>().ok());
    value.filter(|v| v.is_finite()).unwrap_or_default()
}
