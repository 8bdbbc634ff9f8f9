//! `text[start:end]` is the field, in characters, whatever stands around it.

use std::ops::ControlFlow;

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use proptest::prelude::*;
use proptest::sample::select;
use quliu::Article;
use quliu::article::{Item, ReadOptions, open};

mod common;

#[test]
fn every_field_is_what_stands_at_its_place() {
    let mut fields = 0;
    for article in common::articles() {
        let records = quliu::extract(&article, &common::DICT);
        common::assert_offsets(&article, &records);
        fields += records.iter().map(|r| r.evidence.len()).sum::<usize>();
    }
    assert!(
        fields > 300,
        "the corpus gives only {fields} fields to look at"
    );
}

#[test]
fn characters_are_counted_not_bytes_or_utf16_units() {
    let article =
        Article::from_text("😀e\u{301}\u{feff}👨\u{200d}👩\u{200d}👧栖木汽车总裁卢森川辞职。");
    let records = quliu::extract(&article, &common::DICT);
    let person = records[0].evidence.iter().find(|e| e.text == "卢森川");
    assert_eq!(person.map(|e| (e.start, e.end)), Some((15, 18)));
}

/// What gets between sentences on the way from a web page.
fn noise() -> impl Strategy<Value = String> {
    const PIECES: [&str; 23] = [
        " ",
        "  ",
        "　",
        "\u{a0}",
        "\u{200b}",
        "\t",
        "\n",
        "\r\n",
        "\r\n\r\n",
        "😀",
        "👨\u{200d}👩\u{200d}👧",
        "e\u{301}",
        "Ａ１",
        "（",
        "）",
        "，",
        "：",
        "；",
        "\u{feff}",
        "①",
        "㈱",
        "ﷺ",
        "𠮷",
    ];
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..4)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn noise_around_sentences_moves_no_field_off_its_place(
        at in any::<proptest::sample::Index>(),
        noise in proptest::collection::vec(noise(), 1..30),
    ) {
        let articles = common::articles();
        let mut article = at.get(&articles).clone();
        let mut between = noise.iter().cycle();
        let mut text = String::new();
        for sentence in article.text.split_inclusive(['。', '\n']) {
            text += between.next().expect("a cycle has no end");
            text += sentence;
        }
        article.text = text;
        article.body = 0;
        let records = quliu::extract(&article, &common::DICT);
        common::assert_offsets(&article, &records);
    }
}

/// Sentences in simplified script, and in traditional.
const SENTENCES: [[&str; 3]; 2] = [
    [
        "栖木汽车首席设计师卢森川因个人原因离职，加入云岫科技。",
        "众擎集团董事长丁鹤亭昨日退休，副董事长韩松年接任。",
        "公司表示，新车的开发照常进行，接任的人选将在下个月公布。",
    ],
    [
        "棲木汽車首席設計師盧森川因個人原因離職，加入雲岫科技。",
        "眾擎集團董事長丁鶴亭昨日退休，副董事長韓松年接任。",
        "公司表示，新車的開發照常進行，接任的人選將在下個月公布。",
    ],
];

/// A script, by its place in [`SENTENCES`], and an encoding that has its characters.
fn written() -> impl Strategy<Value = (usize, &'static Encoding)> {
    select(vec![
        (0, UTF_8),
        (0, UTF_16LE),
        (0, UTF_16BE),
        (0, GBK),
        (0, GB18030),
        (1, UTF_8),
        (1, UTF_16LE),
        (1, GB18030),
        (1, BIG5),
    ])
}

/// The bytes of a text; those of UTF-16 begin with a mark.
fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let marked = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
    if encoding == UTF_16LE {
        marked().flat_map(u16::to_le_bytes).collect()
    } else if encoding == UTF_16BE {
        marked().flat_map(u16::to_be_bytes).collect()
    } else {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text} in {}", encoding.name());
        bytes.into_owned()
    }
}

/// Whether an encoding has all characters of a text.
fn has(encoding: &'static Encoding, text: &str) -> bool {
    !encoding.encode(text).2
}

/// A file of that format with the paragraphs.
fn formatted(format: &str, paragraphs: &[String], charset: &str) -> String {
    let text = paragraphs.join("\n\n");
    match format {
        "html" => {
            let escape = |p: &String| p.replace('&', "&amp;").replace('<', "&lt;");
            let body: String = paragraphs
                .iter()
                .map(|p| format!("<p>{}</p>\n", escape(p)))
                .collect();
            format!(
                "<!doctype html><html><meta charset={charset}><body><article>{body}</article></body></html>"
            )
        }
        "md" => format!(
            "---\ntitle: x\n---\n# y\n\n- {}\n",
            paragraphs.join("\n\n- ")
        ),
        "json" => {
            serde_json::to_string_pretty(&serde_json::json!([{ "text": paragraphs }])).unwrap()
        }
        "jsonl" => serde_json::json!({ "text": text }).to_string() + "\n",
        "csv" => format!("id,text\n1,\"{}\"\n", text.replace('"', "\"\"")),
        "tsv" => format!("id\ttext\n1\t\"{}\"\n", text.replace('"', "\"\"")),
        _ => format!("---\ntitle: x\n---\n{text}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn fields_stand_at_their_places_in_every_format_encoding_and_script(
        (script, encoding) in written(),
        format in select(&["txt", "md", "html", "json", "jsonl", "csv", "tsv"][..]),
        line_end in select(&["\n", "\r\n"][..]),
        noise in proptest::collection::vec(noise(), 6),
    ) {
        let noise = |i: usize| Some(&noise[i]).filter(|noise| has(encoding, noise)).cloned().unwrap_or_default();
        let paragraphs: Vec<String> = SENTENCES[script]
            .iter()
            .enumerate()
            .map(|(i, sentence)| format!("{}{sentence}{}", noise(2 * i), noise(2 * i + 1)))
            .collect();
        let text = formatted(format, &paragraphs, encoding.name()).replace("\r\n", "\n").replace('\n', line_end);
        let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
        let mut articles = Vec::new();
        open::bytes(&format!("a.{format}"), &encoded(&text, encoding), &options, &mut |item| {
            match item {
                Item::Article(article) => articles.push(article),
                Item::Failed(e) | Item::LeftOut(e) => panic!("{e}"),
            }
            ControlFlow::Continue(())
        });
        prop_assert_eq!(articles.len(), 1);
        let records = quliu::extract(&articles[0], &common::DICT);
        prop_assert!(records.len() >= 2, "{} records of {text}", records.len());
        common::assert_offsets(&articles[0], &records);
    }
}
