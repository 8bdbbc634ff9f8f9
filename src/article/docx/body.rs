//! The XML of a document's text → its lines, as a reader sees them: without what was deleted or hidden.

use std::collections::HashSet;

use quick_xml::events::BytesStart;

use crate::article::xml::{self, Node};

/// Columns that Word allows in a table.
const MAX_COLUMNS: usize = 63;

/// The lines of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// A paragraph or a row of a table each.
    pub lines: Vec<String>,
    /// The first paragraph in a title style.
    pub title: Option<String>,
}

/// Reads the XML of a text, or of its notes.
///
/// # Errors
/// It is damaged, or its tables repeat more text than allowed.
pub fn read(xml: &str, title_styles: &HashSet<String>, max_bytes: u64) -> Result<Body, String> {
    let mut walker = Walker {
        blocks: vec![Block::Lines(Vec::new())],
        runs: Vec::new(),
        branches: Vec::new(),
        properties: 0,
        texts: 0,
        skipped: 0,
        title: None,
        title_styles,
        repeated: 0,
        max_bytes,
    };
    xml::walk(xml, &mut |node| walker.take(node))?;
    let lines = match walker.blocks.pop() {
        Some(Block::Lines(lines)) => lines,
        _ => Vec::new(),
    };
    Ok(Body {
        lines: without_double_blanks(lines),
        title: walker.title,
    })
}

/// What lines are made of, and what they are gathered in.
enum Block {
    /// A text, a text box or a note.
    Lines(Vec<String>),
    Paragraph(Paragraph),
    Table(Table),
    Row(Row),
    Cell(Cell),
}

#[derive(Default)]
struct Paragraph {
    text: String,
    is_title: bool,
    /// The lines of the text boxes in it, which stand below it.
    boxes: Vec<String>,
}

#[derive(Default)]
struct Table {
    lines: Vec<String>,
    /// What stands in each column of the row above: merged cells hold it too.
    above: Vec<String>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    /// Columns before the first cell.
    before: usize,
}

#[derive(Default)]
struct Cell {
    lines: Vec<String>,
    /// Columns that it takes.
    width: usize,
    /// Whether it goes on with the cell above.
    continues: bool,
}

struct Walker<'a> {
    /// From the whole text to the paragraph that is read.
    blocks: Vec<Block>,
    /// The runs that are open; whether each is hidden.
    runs: Vec<bool>,
    /// The alternatives that are open; whether one has been taken.
    branches: Vec<bool>,
    /// Properties of paragraphs that are open: what stands in them is about no run.
    properties: usize,
    /// Elements of text that are open.
    texts: usize,
    /// Elements that are open below one that is left out, with it.
    skipped: usize,
    title: Option<String>,
    title_styles: &'a HashSet<String>,
    /// Bytes in merged cells.
    repeated: u64,
    max_bytes: u64,
}

impl Walker<'_> {
    fn take(&mut self, node: Node<'_>) -> Result<(), String> {
        match node {
            Node::Start(..) if self.skipped > 0 => self.skipped += 1,
            Node::End(_) if self.skipped > 0 => self.skipped -= 1,
            Node::Start(name, start) => self.start(name, start),
            Node::End(name) => self.end(name)?,
            Node::Text(text) if self.skipped == 0 && self.texts > 0 => self.write(text),
            Node::Text(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, name: &str, start: &BytesStart) {
        if self.is_left_out(name, start) {
            self.skipped = 1;
            return;
        }
        match name {
            "p" => self.blocks.push(Block::Paragraph(Paragraph::default())),
            "txbxContent" | "footnote" | "endnote" => self.blocks.push(Block::Lines(Vec::new())),
            "tbl" => self.blocks.push(Block::Table(Table::default())),
            "tr" => self.blocks.push(Block::Row(Row::default())),
            "tc" => self.blocks.push(Block::Cell(Cell {
                width: 1,
                ..Cell::default()
            })),
            "pPr" => self.properties += 1,
            "r" => self.runs.push(false),
            "t" => self.texts += 1,
            "AlternateContent" => self.branches.push(false),
            _ => self.mark(name, start),
        }
    }

    /// Takes in what an element says about the block or the run that it stands in.
    fn mark(&mut self, name: &str, start: &BytesStart) {
        let value = || xml::attribute(start, "val");
        let number = || value().and_then(|v| v.parse().ok()).unwrap_or(1);
        match (name, self.blocks.last_mut()) {
            ("pStyle", Some(Block::Paragraph(paragraph))) => {
                paragraph.is_title = value().is_some_and(|id| self.title_styles.contains(&id));
            }
            ("gridSpan", Some(Block::Cell(cell))) => {
                cell.width = number().clamp(1, MAX_COLUMNS);
            }
            ("vMerge", Some(Block::Cell(cell))) => {
                cell.continues = value().is_none_or(|v| v == "continue");
            }
            ("gridBefore", Some(Block::Row(row))) => row.before = number().min(MAX_COLUMNS),
            _ if self.properties == 0 => self.mark_run(name, start),
            _ => {}
        }
    }

    fn mark_run(&mut self, name: &str, start: &BytesStart) {
        let Some(hidden) = self.runs.last_mut() else {
            return;
        };
        match name {
            "vanish" => {
                let off = |v: String| matches!(v.as_str(), "0" | "false" | "off");
                *hidden = !xml::attribute(start, "val").is_some_and(off);
            }
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            _ => {}
        }
    }

    /// Whether nobody sees what is in an element: it was deleted or moved away, it tells how something looked before,
    /// how a word is pronounced or what separates notes, or it says again what another branch says.
    fn is_left_out(&mut self, name: &str, start: &BytesStart) -> bool {
        match name {
            "del" | "moveFrom" | "rt" => true,
            "footnote" | "endnote" => {
                xml::attribute(start, "type").is_some_and(|kind| kind != "normal")
            }
            "Choice" | "Fallback" => match self.branches.last_mut() {
                Some(taken) => std::mem::replace(taken, true),
                None => false,
            },
            _ => name.ends_with("PrChange"),
        }
    }

    fn end(&mut self, name: &str) -> Result<(), String> {
        match name {
            "p" | "txbxContent" | "footnote" | "endnote" | "tbl" | "tr" | "tc" => {
                // The names of beginnings and ends agree, so the outermost block stays.
                if let Some(block) = self.blocks.pop() {
                    self.finish(block)?;
                }
            }
            "r" => {
                self.runs.pop();
            }
            "pPr" => self.properties -= 1,
            "t" => self.texts -= 1,
            "AlternateContent" => {
                self.branches.pop();
            }
            _ => {}
        }
        Ok(())
    }

    /// Writes into the paragraph that is open.
    fn write(&mut self, text: &str) {
        if self.runs.last() == Some(&true) {
            return;
        }
        if let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// Hands a block on to the one that it stands in.
    fn finish(&mut self, block: Block) -> Result<(), String> {
        match block {
            Block::Lines(lines) => self.add(lines),
            Block::Paragraph(paragraph) => {
                let text = paragraph.text.trim();
                if paragraph.is_title && !text.is_empty() && self.title.is_none() {
                    self.title = Some(text.replace(['\t', '\n'], " "));
                }
                self.add(text.lines().map(|line| line.trim().to_owned()).collect());
                if text.is_empty() {
                    self.add(vec![String::new()]);
                }
                self.add(paragraph.boxes);
            }
            Block::Cell(cell) => match self.blocks.last_mut() {
                Some(Block::Row(row)) => row.cells.push(cell),
                _ => self.add(cell.lines),
            },
            Block::Row(row) => self.finish_row(row)?,
            Block::Table(table) => self.add(table.lines),
        }
        Ok(())
    }

    fn finish_row(&mut self, row: Row) -> Result<(), String> {
        let Some(Block::Table(table)) = self.blocks.last_mut() else {
            for cell in row.cells {
                self.add(cell.lines);
            }
            return Ok(());
        };
        let mut column = row.before;
        let mut texts = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let text = match table.above.get(column) {
                Some(above) if cell.continues => {
                    self.repeated += above.len() as u64;
                    above.clone()
                }
                _ => cell.text(),
            };
            if table.above.len() <= column {
                table.above.resize(column + 1, String::new());
            }
            table.above[column].clone_from(&text);
            // More columns than Word allows are all the last one.
            column = (column + cell.width).min(MAX_COLUMNS);
            texts.push(text);
        }
        let mut filled = row.cells.into_iter().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            // A table of one column lays out a page.
            (Some(only), None) if texts.iter().filter(|t| !t.is_empty()).count() == 1 => {
                table.lines.extend(only.lines);
            }
            (None, None) => {}
            _ => table.lines.push(texts.join("\t").trim().to_owned()),
        }
        match self.repeated > self.max_bytes {
            true => Err(
                "its merged cells repeat more text than --max-file-size allows: save it as .txt"
                    .to_owned(),
            ),
            false => Ok(()),
        }
    }

    /// Adds lines to what is open.
    fn add(&mut self, mut lines: Vec<String>) {
        match self.blocks.last_mut() {
            Some(Block::Lines(all)) => all.append(&mut lines),
            Some(Block::Paragraph(paragraph)) => paragraph.boxes.append(&mut lines),
            Some(Block::Table(table)) => table.lines.append(&mut lines),
            Some(Block::Cell(cell)) => cell.lines.append(&mut lines),
            Some(Block::Row(row)) => row.cells.push(Cell {
                lines,
                width: 1,
                continues: false,
            }),
            None => {}
        }
    }
}

impl Cell {
    fn is_empty(&self) -> bool {
        self.lines.iter().all(String::is_empty)
    }

    /// Its text in one line.
    fn text(&self) -> String {
        let words: Vec<&str> = self
            .lines
            .iter()
            .flat_map(|line| line.split(['\t', '\n']))
            .filter(|part| !part.is_empty())
            .collect();
        words.join(" ")
    }
}

/// Blank lines separate; one does, and none is needed at the beginning or the end.
fn without_double_blanks(lines: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let after_blank = out.last().is_none_or(String::is_empty);
        if !(line.is_empty() && after_blank) {
            out.push(line);
        }
    }
    if out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(xml: &str) -> Vec<String> {
        let xml = format!("<w:document><w:body>{xml}</w:body></w:document>");
        read(&xml, &HashSet::new(), 1000).unwrap().lines
    }

    fn p(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    fn row(cells: &[&str]) -> String {
        let cells: String = cells
            .iter()
            .map(|cell| match cell.strip_prefix('^') {
                Some(_) => "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".to_owned(),
                None => format!("<w:tc>{}</w:tc>", p(cell)),
            })
            .collect();
        format!("<w:tr>{cells}</w:tr>")
    }

    #[test]
    fn a_paragraph_is_a_line_whatever_it_is_made_of() {
        let xml = r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>张三</w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>离职</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t xml:space="preserve">A &amp; B </w:t><w:br/><w:t>。</w:t></w:r></w:p>"#;
        assert_eq!(lines(xml), ["张三离职\tA & B", "。"]);
        assert_eq!(lines("<w:p/><w:p/>"), [""; 0]);
        let apart = format!("{}<w:p/><w:p/>{}", p("甲"), p("乙"));
        assert_eq!(lines(&apart), ["甲", "", "乙"]);
    }

    #[test]
    fn what_was_deleted_or_hidden_is_left_out_and_what_was_inserted_is_read() {
        let xml = r#"<w:p><w:del><w:r><w:t>李四</w:t><w:delText>王五</w:delText></w:r></w:del><w:ins><w:r><w:t>张三</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>赵六</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>离职</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"#;
        assert_eq!(lines(xml), ["张三离职"]);
    }

    #[test]
    fn a_text_box_is_read_once_and_stands_below_its_paragraph() {
        let content = format!("<w:txbxContent>{}</w:txbxContent>", p("张三离职"));
        let xml = format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice>{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>公告</w:t></w:r></w:p>"
        );
        assert_eq!(lines(&xml), ["公告", "张三离职"]);
    }

    #[test]
    fn a_row_of_a_table_is_a_line_and_merged_cells_say_their_text_again() {
        let xml = format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(&["公司", "姓名", "职务"]),
            row(&["青穗芯片", "张三", "董事</w:t><w:br/><w:t>副总经理"]),
            row(&["^", "李四", "监事"])
        );
        assert_eq!(
            lines(&xml),
            [
                "公司\t姓名\t职务",
                "青穗芯片\t张三\t董事 副总经理",
                "青穗芯片\t李四\t监事"
            ]
        );
    }

    #[test]
    fn a_merged_cell_is_found_by_its_column() {
        let wide = format!(
            "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>",
            p("人员"),
            p("原因")
        );
        let xml = format!("<w:tbl>{wide}{}</w:tbl>", row(&["张三", "董事", "^"]));
        assert_eq!(lines(&xml), ["人员\t原因", "张三\t董事\t原因"]);
    }

    #[test]
    fn a_table_that_only_lays_out_a_page_keeps_its_paragraphs() {
        let inner = format!("<w:tbl>{}</w:tbl>", row(&["张三", "董事"]));
        let xml = format!(
            "<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>",
            p("甲。"),
            p("乙。")
        );
        assert_eq!(lines(&xml), ["甲。", "张三\t董事", "乙。"]);
    }

    #[test]
    fn merged_cells_without_end_are_refused() {
        let mut xml = row(&[&"甲".repeat(100), "乙"]);
        xml.push_str(&row(&["^", "乙"]).repeat(10));
        let xml = format!("<w:tbl>{xml}</w:tbl>");
        let problem = read(&xml, &HashSet::new(), 1000).unwrap_err();
        assert!(problem.contains("merged cells"), "{problem}");
    }

    #[test]
    fn the_first_paragraph_in_a_title_style_is_the_title() {
        let titled = |text: &str| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        let xml = format!(
            "<d>{}{}{}{}</d>",
            p("公告"),
            titled(""),
            titled("辞职公告"),
            titled("正文")
        );
        let styles = HashSet::from(["a3".to_owned()]);
        let body = read(&xml, &styles, 1000).unwrap();
        assert_eq!(body.title.as_deref(), Some("辞职公告"));
    }

    #[test]
    fn separators_of_notes_are_no_notes() {
        let xml = format!(
            "<w:footnotes><w:footnote w:type=\"separator\">{}</w:footnote><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
            p("—"),
            p("注")
        );
        assert_eq!(read(&xml, &HashSet::new(), 1000).unwrap().lines, ["注"]);
    }
}
