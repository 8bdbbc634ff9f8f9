//! `text[start:end]` is the field, in characters, whatever stands around it.

use proptest::prelude::*;
use quliu::Article;

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
