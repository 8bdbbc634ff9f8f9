//! Word documents and PDFs give the records that their text gives, and what is wrong with one is said.
//!
//! PDFs, and documents as Word writes them, are made by LibreOffice; where it or `pdftotext` is missing, those tests say
//! so and pass, unless `QULIU_REQUIRE_TOOLS` is set.

use std::collections::HashSet;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use quliu::Article;
use quliu::article::input::Input;
use quliu::article::{ReadOptions, read, read_all};
use zip::write::SimpleFileOptions;

mod common;
use common::DICT;

/// An invented notice, a paragraph a line; `|` parts the cells of a row of a table.
const NOTICE: &str = "\
证券代码：0YY217          证券简称：归帆物流          公告编号：2023-058
归帆物流股份有限公司
关于董事、高级管理人员辞职的公告
本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担法律责任。
一、董事辞职情况
归帆物流股份有限公司（以下简称“公司”）董事会于2023年11月24日收到公司董事、副总经理缪玉衡女士递交的书面辞职报告。缪玉衡女士因个人原因，申请辞去公司第五届董事会董事、战略委员会委员及副总经理职务，辞职后将不再担任公司任何职务。
根据《中华人民共和国公司法》《公司章程》等有关规定，上述辞职报告自送达董事会之日起生效，详见www.example.com及ISO 9001 Quality Management System相关公告（公告编号：2023-045）。
1、关于补选第五届董事会非独立董事的议案；
2、关于聘任副总经理的议案。
二、离任人员情况
姓名|职务|离任原因|离任日期
缪玉衡|董事、副总经理、战略委员会委员、薪酬与考核委员会委员|个人原因|2023年11月24日
简淑仪|监事会主席|工作调动|2023年11月25日
三、财务总监离任情况
公司董事会近日收到财务总监卢森川先生的辞职信。卢森川先生因身体原因辞去财务总监职务，其负责的工作已平稳交接，其辞任不会影响公司正常的生产经营活动，公司将尽快聘任新的财务总监。公司及董事会对卢森川先生在任职期间为公司发展所做出的贡献表示衷心感谢！
四、监事会主席离任情况
监事会主席简淑仪女士因工作调动辞去监事会主席职务。截至本公告披露日，简淑仪女士未持有公司股份，亦不存在应当履行而未履行的承诺事项。监事会将按照法定程序尽快完成监事会主席的补选工作，在此之前由监事会其他成员共同推举一名监事召集和主持监事会会议。
五、补选董事情况
为保证董事会的正常运作，经公司控股股东推荐，董事会提名委员会审核通过，公司于2023年11月24日召开第五届董事会第十二次会议，审议通过了关于补选第五届董事会非独立董事的议案，同意提名柏承远先生为公司第五届董事会非独立董事候选人，任期自公司股东大会审议通过之日起至第五届董事会任期届满之日止。
本次补选完成后，公司董事会中兼任公司高级管理人员以及由职工代表担任的董事人数总计不超过公司董事总数的二分之一。公司独立董事对本次补选非独立董事事项发表了同意的独立意见，该议案尚需提交公司股东大会审议，股东大会的召开时间将另行公告。
柏承远先生，45岁，持有市场学硕士学位。柏承远先生未持有公司股份，与持有公司百分之五以上股份的股东、实际控制人、公司其他董事、监事、高级管理人员之间不存在关联关系，未受过中国证券监督管理委员会及其他有关部门的处罚和证券交易所的惩戒，其任职资格符合有关法律、行政法规、部门规章、规范性文件和公司章程的规定，不属于失信被执行人。
六、聘任高级管理人员情况
经公司总经理提名，董事会同意聘任傅绍麟先生为公司副总经理，任期自本次董事会审议通过之日起至第五届董事会任期届满之日止。傅绍麟先生具备与其行使职权相适应的任职条件，其教育背景、任职经历、专业能力和职业素养能够胜任所聘岗位的职责要求，符合有关任职资格的规定，不存在不得担任公司高级管理人员的情形。
特此公告。
归帆物流股份有限公司董事会
2023年11月25日";

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document with what Word needs to open it.
fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        "<?xml version=\"1.0\"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    );
    let kind = |part: &str, what: &str| {
        format!(
            r#"<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{what}+xml"/>"#
        )
    };
    let types = format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}{}{}</Types>"#,
        kind("document", "document.main"),
        kind("header1", "header"),
        kind("footer1", "footer"),
    );
    let relation = |id: &str, what: &str, target: &str| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{what}" Target="{target}"/>"#
        )
    };
    let relations = |all: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
        )
    };
    let package = relations(&relation("r1", "officeDocument", "word/document.xml"));
    let document = relations(
        &(relation("r1", "header", "header1.xml") + &relation("r2", "footer", "footer1.xml")),
    );
    let header = format!(
        "<w:hdr {NAMESPACES}>{}</w:hdr>",
        paragraph("归帆物流股份有限公司公告", "right", 21)
    );
    let field = |name: &str| {
        format!(r#"<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>"#)
    };
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let footer = format!(
        "<w:ftr {NAMESPACES}><w:p>{}{}{}{}{}</w:p></w:ftr>",
        run("第 "),
        field("PAGE"),
        run(" 页 共 "),
        field("NUMPAGES"),
        run(" 页")
    );
    let mut parts = vec![
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", &package),
        ("word/document.xml", &main),
        ("word/_rels/document.xml.rels", &document),
        ("word/header1.xml", &header),
        ("word/footer1.xml", &footer),
    ];
    parts.extend(others);
    zipped(&parts)
}

fn paragraph(text: &str, place: &str, half_points: u32) -> String {
    let properties = match place {
        "body" => r#"<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/>"#.to_owned(),
        place => format!(r#"<w:jc w:val="{place}"/>"#),
    };
    format!(
        r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr><w:sz w:val="{half_points}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
    )
}

/// The notice as offices lay it out.
fn notice() -> Vec<u8> {
    let mut body = String::new();
    let rows = |line: &&str| line.contains('|');
    let lines: Vec<&str> = NOTICE.lines().collect();
    for lines in lines.chunk_by(|a, b| rows(a) == rows(b)) {
        if !rows(&lines[0]) {
            for line in lines {
                body.push_str(&match *line {
                    line if line.starts_with("证券代码") => paragraph(line, "left", 24),
                    line if line.starts_with("关于") || line.ends_with("有限公司") => {
                        paragraph(line, "center", 36)
                    }
                    line if line.ends_with("董事会") || line.starts_with("2023") => {
                        paragraph(line, "right", 24)
                    }
                    line => paragraph(line, "body", 24),
                });
            }
            continue;
        }
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text, "left", 24));
        let row = |line: &&str| {
            format!(
                "<w:tr>{}</w:tr>",
                line.split('|').map(cell).collect::<String>()
            )
        };
        let columns = lines[0]
            .split('|')
            .map(|_| r#"<w:gridCol w:w="2200"/>"#)
            .collect::<String>();
        let rows: String = lines.iter().map(row).collect();
        body.push_str(&format!(r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"#));
    }
    body.push_str(r#"<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992"/></w:sectPr>"#);
    docx(&body, &[])
}

fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The article in bytes under that name, or what is wrong with it.
fn article(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let (_folder, path) = written(name, bytes);
    read(&path, None).map_err(|e| e.to_string())
}

fn problem(name: &str, bytes: &[u8]) -> String {
    article(name, bytes).unwrap_err()
}

/// What the records of a text say, apart from places.
fn told(text: &str) -> Vec<String> {
    let article = Article::from_text(text);
    let records = quliu::extract(&article, &DICT);
    let said = |r: quliu::Record| {
        format!(
            "{} {:?} {:?} {:?} {:?} {:?} {:?}",
            r.person, r.former_role, r.company, r.reason, r.destination, r.date, r.status
        )
    };
    records.into_iter().map(said).collect()
}

/// Without blanks, which office programs put between scripts; cells apart as the readers part them.
fn plain(text: &str) -> Vec<String> {
    let line = |line: &str| line.replace(' ', "").replace('|', "\t");
    text.lines().map(line).filter(|l| !l.is_empty()).collect()
}

/// Whether the programs are there; where they must be, their lack is a failure.
fn there(programs: &[&str]) -> bool {
    for program in programs {
        let found = Command::new(program).arg("--version").output();
        if found.is_err() {
            assert!(
                std::env::var_os("QULIU_REQUIRE_TOOLS").is_none(),
                "{program} is missing: install poppler-utils and libreoffice-writer-nogui"
            );
            eprintln!("SKIPPED: {program} is not installed");
            return false;
        }
    }
    true
}

/// What LibreOffice makes of the notice.
struct Converted {
    pdf: Vec<u8>,
    locked: Vec<u8>,
    docx: Vec<u8>,
    odt: Vec<u8>,
    doc: Vec<u8>,
}

static CONVERTED: LazyLock<Option<Converted>> = LazyLock::new(|| {
    if !there(&["soffice", "pdftotext", "fc-list"]) {
        return None;
    }
    let fonts = Command::new("fc-list").arg(":lang=zh").output().unwrap();
    if fonts.stdout.is_empty() {
        assert!(
            std::env::var_os("QULIU_REQUIRE_TOOLS").is_none(),
            "no Chinese font: install fonts-wqy-microhei"
        );
        eprintln!("SKIPPED: no Chinese font is installed");
        return None;
    }
    let (folder, from) = written("notice.docx", &notice());
    let convert = |to: &str, ending: &str| {
        let out = folder.path().join("out");
        let profile = format!(
            "-env:UserInstallation=file://{}",
            folder.path().join("profile").display()
        );
        let done = Command::new("soffice")
            .args([
                profile.as_str(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
            ])
            .args([&out, &from])
            .output()
            .unwrap();
        let made = out.join("notice").with_extension(ending);
        std::fs::read(made).unwrap_or_else(|e| panic!("{to}: {e}: {done:?}"))
    };
    Some(Converted {
        pdf: convert("pdf", "pdf"),
        locked: convert(
            r#"pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}"#,
            "pdf",
        ),
        docx: convert("docx:MS Word 2007 XML", "docx"),
        odt: convert("odt", "odt"),
        doc: convert("doc", "doc"),
    })
});

#[test]
fn a_word_document_gives_the_lines_and_the_records_of_its_text() {
    let article = article("a.docx", &notice()).unwrap();
    assert_eq!(plain(&article.text), plain(NOTICE));
    assert_eq!(article.origin.format, "docx");
    let records = told(&article.text);
    assert_eq!(records, told(&NOTICE.replace('|', "\t")));
    let people: HashSet<&str> = records.iter().filter_map(|r| r.split(' ').next()).collect();
    for person in ["缪玉衡", "卢森川", "简淑仪"] {
        assert!(people.contains(person), "{person}: {records:?}");
    }
}

#[test]
fn a_word_document_is_known_by_what_is_in_it_and_read_inside_archives() {
    let document = docx(&paragraph("张三离职。", "left", 24), &[]);
    assert_eq!(article("a.dat", &document).unwrap().text, "张三离职。");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("b.docx", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(&document).unwrap();
    let zip = zip.finish().unwrap().into_inner();
    let read = article("a.zip", &zip).unwrap();
    assert!(read.source.ends_with("a.zip#b.docx"), "{}", read.source);
    assert_eq!(read.text, "张三离职。");
}

#[test]
fn the_title_is_that_of_the_properties_else_the_first_in_a_title_style() {
    let body =
        r#"<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>张三辞职公告</w:t></w:r></w:p>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="Normal"/></w:style><w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let core = |title: &str| {
        format!(
            r#"<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>{title}</dc:title></cp:coreProperties>"#
        )
    };
    let title = |core: &str| {
        let parts = [("word/styles.xml", styles), ("docProps/core.xml", core)];
        article("a.docx", &docx(body, &parts)).unwrap().title
    };
    assert_eq!(
        title(&core("青穗芯片&amp;公告")).as_deref(),
        Some("青穗芯片&公告")
    );
    for none in [core(""), core("公告.doc"), "<broken".to_owned()] {
        assert_eq!(title(&none).as_deref(), Some("张三辞职公告"));
    }
}

#[test]
fn notes_stand_at_the_end() {
    let note = format!(
        r#"<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">{}</w:footnote></w:footnotes>"#,
        paragraph("注：张三现年50岁。", "left", 18)
    );
    let document = docx(
        &paragraph("张三离职。", "left", 24),
        &[("word/footnotes.xml", &note)],
    );
    assert_eq!(
        article("a.docx", &document).unwrap().text,
        "张三离职。\n注：张三现年50岁。"
    );
}

#[test]
fn documents_made_to_do_harm_are_refused() {
    let laughs = r#"<!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#;
    let deep = "<w:p>".repeat(1_000_000);
    let cut = "<w:document><w:body><w:p>";
    for (main, said) in [
        (laughs, "entities"),
        (&deep, "in one another"),
        (cut, "damaged XML"),
    ] {
        let bytes = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", main)]);
        let problem = problem("a.docx", &bytes);
        assert!(problem.contains(said), "{problem}");
    }
    // Four kilobytes of archive for each megabyte of blanks.
    let bomb = zipped(&[("word/document.xml", &" ".repeat(40 << 20))]);
    let problem = problem("a.docx", &bomb);
    assert!(problem.contains("times its size"), "{problem}");
}

#[test]
fn a_document_may_not_be_larger_inside_than_allowed() {
    let (_folder, path) = written(
        "a.docx",
        &docx(&paragraph(&"张三离职。".repeat(2000), "left", 24), &[]),
    );
    let options = ReadOptions {
        max_bytes: 20_000,
        ..ReadOptions::default()
    };
    let (_, problems) = read_all(&Input::Named(path), &options);
    let problem = problems[0].to_string();
    assert!(problem.contains("raise --max-file-size"), "{problem}");
}

#[test]
fn what_is_no_word_document_is_told_what_to_become() {
    let sheet = zipped(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]);
    let slides = zipped(&[("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]);
    for (name, bytes, said) in [
        ("a.xlsx", sheet.as_slice(), ".csv"),
        ("a.pptx", &slides, "slides"),
        ("a.docx", "张三离职。".as_bytes(), "name it .txt"),
        (
            "a.docx",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "without a password",
        ),
        (
            "a.docx",
            &zipped(&[("word/styles.xml", "")]),
            "no word/document.xml",
        ),
        ("a.docx", &docx("", &[]), "no text in it"),
    ] {
        let problem = problem(name, bytes);
        assert!(problem.contains(said), "{problem}");
    }
}

#[test]
fn a_document_that_an_office_program_wrote_gives_the_same() {
    let Some(made) = &*CONVERTED else { return };
    let article = article("a.docx", &made.docx).unwrap();
    assert_eq!(plain(&article.text), plain(NOTICE));
    assert!(problem("a.odt", &made.odt).contains("OpenDocument text"));
    assert!(problem("a.doc", &made.doc).contains("old Office file"));
}

#[test]
fn a_pdf_gives_the_lines_and_the_records_of_its_text() {
    let Some(made) = &*CONVERTED else { return };
    let article = article("a.pdf", &made.pdf).unwrap();
    assert_eq!(plain(&article.text), plain(NOTICE));
    assert_eq!(told(&article.text), told(&NOTICE.replace('|', "\t")));
    assert_eq!(
        article.title.as_deref(),
        Some("归帆物流股份有限公司关于董事、高级管理人员辞职的公告")
    );
    // Also from standard input and archives, where there is no file to open.
    let packed = zip_of("b.pdf", &made.pdf);
    let read = self::article("a.zip", &packed).unwrap();
    assert_eq!(read.text, article.text);
}

fn zip_of(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A PDF of one page that shows what the operators paint.
fn pdf(operators: &str) -> Vec<u8> {
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n4 0 obj<</Length {}>>stream\n{operators}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
        operators.len()
    )
    .into_bytes()
}

#[test]
fn pdfs_without_text_with_a_password_or_in_pieces_are_told_what_to_do() {
    if !there(&["pdftotext"]) {
        return;
    }
    let line = |y: u32, text: &str| format!("BT /F 12 Tf 72 {y} Td ({text}) Tj ET\n");
    let two = line(700, "Erik Lindqvist leaves") + &line(30, "- 3 -");
    assert_eq!(
        article("a.pdf", &pdf(&two)).unwrap().text,
        "Erik Lindqvist leaves"
    );
    for (bytes, said) in [
        (
            pdf("0 0 100 100 re f"),
            "no text layer (scanned pages): run OCR",
        ),
        (pdf(&line(30, "3 / 8")), "no text layer"),
        (b"%PDF-1.7\n\0\x01 nothing".to_vec(), "a damaged PDF"),
    ] {
        let problem = problem("a.pdf", &bytes);
        assert!(problem.contains(said), "{problem}");
    }
    if let Some(made) = &*CONVERTED {
        assert!(problem("a.pdf", &made.locked).contains("qpdf --decrypt"));
        for end in [100, made.pdf.len() / 2] {
            assert!(problem("a.pdf", &made.pdf[..end]).contains("damaged"));
        }
    }
}

#[test]
fn without_pdftotext_it_is_said_how_to_get_it() {
    let (folder, path) = written("a.pdf", &pdf(""));
    let run = assert_cmd::Command::cargo_bin("quliu")
        .unwrap()
        .args([Path::new("extract"), &path])
        .env("PATH", folder.path())
        .assert()
        .code(1);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(said.contains("apt-get install poppler-utils"), "{said}");
}

#[test]
fn the_number_of_a_page_tells_nothing() {
    let text = "张三\n第 1 页 共 1 页\n第1页\nPage 1 of 1";
    for line in text.lines().skip(1) {
        assert!(DICT.furniture(line).is_some(), "{line}");
    }
    assert!(DICT.furniture("第1页说张三离职").is_none());
}
