//! Pages, Markdown and texts in any encoding are read as what they say.

use std::time::{Duration, Instant};

use jiff::civil::date;
use quliu::article::{Article, Item, ReadOptions, input::Input, open, read};
use quliu::{Dict, Record};

const NEWS: [&str; 4] = [
    "栖木汽车今日宣布，首席设计师卢森川因个人原因离职，公司感谢他过去七年的贡献，并祝他未来一切顺利。",
    "公告显示，卢森川于 2016 年加入栖木汽车，先后主持了三款车型的设计，其中两款在海外市场获得了设计奖项。",
    "一位接近公司的人士表示，设计中心的工作暂由副总经理夏侯琳负责，新的负责人将在下个月公布，团队保持稳定。",
    "栖木汽车成立于 2009 年，总部设在白浦，去年全年交付新车十二万辆，同比增长百分之八，出口占比首次过半。",
];

fn read_bytes(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read(&path, None).map_err(|e| e.to_string())
}

fn page(name: &str, html: &str) -> Article {
    read_bytes(name, html.as_bytes()).unwrap()
}

fn extract(article: &Article) -> Vec<Record> {
    quliu::extract(article, &Dict::load(&[]).unwrap())
}

fn paragraphs() -> String {
    NEWS.map(|line| format!("<p>　　{line}</p>\n")).concat()
}

fn news_page(charset: &str) -> String {
    let links: String = (0..30)
        .map(|i| format!("<li><a href='/{i}.html'>第{i}条：某某公司总裁辞职引发关注</a></li>"))
        .collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"{charset}\">\
         <title>首席设计师卢森川离开栖木汽车_白浦财经_白浦网</title>\
         <script>var a = '<p>李四辞职</p>';</script><style>p {{ color: red }}</style></head><body>\
         <div class=\"nav\"><ul>{links}</ul></div>\
         <div class=\"main\"><h1>首席设计师卢森川离开栖木汽车</h1>\
         <div class=\"info\"><span class=\"date\">2023年01月25日 08:00</span> <span>白浦网</span></div>\
         <div class=\"article\" id=\"content\">{}</div></div>\
         <div class=\"related\"><h3>相关新闻</h3><ul>{links}</ul></div>\
         <div class=\"footer\">版权所有</div></body></html>",
        paragraphs()
    )
}

#[test]
fn the_main_text_of_a_page_is_read_without_menus_scripts_and_links() {
    let article = page("a.html", &news_page("utf-8"));
    assert_eq!(
        article.title.as_deref(),
        Some("首席设计师卢森川离开栖木汽车")
    );
    assert_eq!(article.published, Some(date(2023, 1, 25)));
    assert_eq!(article.text, NEWS.join("\n\n"));
    assert_eq!((article.body, article.origin.format), (0, "html"));
    let records = extract(&article);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].person, "卢森川");
    assert_eq!(records[0].company.as_deref(), Some("栖木汽车"));
}

#[test]
fn a_page_is_read_in_the_encoding_it_declares_or_has() {
    let expected = page("a.html", &news_page("utf-8")).text;
    for (encoding, charset) in [
        (encoding_rs::GBK, "gb2312"),
        (encoding_rs::GBK, "utf-8"),
        (encoding_rs::GBK, "big5"),
        (encoding_rs::UTF_8, "gbk"),
    ] {
        let bytes = encoding.encode(&news_page(charset)).0.into_owned();
        let article = read_bytes("a.htm", &bytes).unwrap();
        assert_eq!(article.text, expected, "{} as {charset}", encoding.name());
        assert_eq!(article.origin.undecodable, 0);
    }
}

#[test]
fn a_page_is_known_by_its_content() {
    assert_eq!(page("a.txt", &news_page("utf-8")).origin.format, "html");
}

#[test]
fn the_hidden_content_of_a_wechat_page_is_found() {
    let html = format!(
        "<!DOCTYPE html><html><head><meta property=\"og:title\" content=\"卢森川走了\"/></head><body>\
         <h1 class=\"rich_media_title\" id=\"activity-name\">\n  卢森川走了\n</h1>\
         <a id=\"js_name\">白浦观察</a><em id=\"publish_time\"></em>\
         <div class=\"rich_media_content\" id=\"js_content\" style=\"visibility: hidden; opacity: 0\">\
         <section><section><p><span>{}</span></p><p><br></p></section>\
         <section><span>{}</span></section></section></div>\
         <div>{}</div><script>var ct = \"1674604800\";</script></body></html>",
        NEWS[0],
        NEWS[1],
        "预览时标签不可点".repeat(100)
    );
    let article = page("a.html", &html);
    assert_eq!(article.title.as_deref(), Some("卢森川走了"));
    assert_eq!(article.published, Some(date(2023, 1, 25)));
    assert_eq!(article.text, NEWS[..2].join("\n\n"));
}

#[test]
fn a_short_fragment_is_read_as_a_whole() {
    let article = page(
        "a.html",
        "<h2>人事</h2>卢森川从栖木汽车离职。<ul><li>甲<li>乙</ul>",
    );
    assert_eq!(article.text, "人事\n\n卢森川从栖木汽车离职。\n\n甲\n\n乙");
}

#[test]
fn a_menu_is_not_taken_for_a_short_article() {
    let menu: String = (0..20)
        .map(|i| format!("<a href='/{i}'>栏目{i}</a> | "))
        .collect();
    let article = page(
        "a.html",
        &format!(
            "<!DOCTYPE html><html><body><div id=nav>{menu}</div><div class=content><h1>快讯</h1>\
                  <p>栖木汽车副总裁卢森川离职。</p></div><div class=foot>白浦网版权所有</div></body></html>"
        ),
    );
    assert_eq!(extract(&article).len(), 1, "{}", article.text);
}

#[test]
fn a_page_without_text_says_what_to_do() {
    let problem = read_bytes("a.html", b"<html><script>render()</script>").unwrap_err();
    assert!(
        problem.contains("save it as the browser shows it"),
        "{problem}"
    );
}

#[test]
fn pages_that_are_no_pages_take_no_time() {
    let said = "卢森川从栖木汽车离职。";
    let many = 1_000_000;
    let fonts: String = (0..250).map(|i| format!("<font size={i}><p>")).collect();
    for html in [
        format!("<html>{}{said}", "<div>".repeat(many)),
        format!("<html>{}{said}", "<b><table><a x=1>".repeat(many / 3)),
        format!("<html>{}{said}", "<font color=red><p></x>".repeat(many / 3)),
        format!("<html>{}", format!("<p>{said}").repeat(many / 20)),
        format!("<html>{}", format!("<div>{said}</div>").repeat(40_000)),
        format!("<html>{}", format!("<br>{said}").repeat(90_000)),
        format!("<html>{fonts}{}", format!("{said}<p>").repeat(40_000)),
        format!("<html><svg/>{}<svg>{said}", "<div>".repeat(1000)),
        format!("<html><p {}>{said}", "a=1 ".repeat(many)),
        format!("<html>{said}{}", "</div>".repeat(many)),
        format!("<html>{said}{}", "<".repeat(many)),
        format!("<html>{said}{}", "<!--".repeat(many)),
        format!("<html>{said}{}", "&amp".repeat(many)),
    ] {
        let begun = Instant::now();
        let article = page("a.html", &html);
        let head: String = html.chars().take(30).collect();
        assert!(article.text.contains(said), "{head}");
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(20), "{took:?} {head}");
    }
}

#[test]
fn an_encoding_that_is_asked_for_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.txt");
    std::fs::write(&path, encoding_rs::BIG5.encode("盧森川離職").0).unwrap();
    let text = |encoding| {
        let options = ReadOptions {
            encoding,
            ..ReadOptions::default()
        };
        let mut text = String::new();
        let _ = open::input(&Input::Named(path.clone()), &options, &mut |item| {
            if let Item::Article(article) = item {
                text = article.text;
            }
            std::ops::ControlFlow::Continue(())
        });
        text
    };
    assert_eq!(text(None), "盧森川離職");
    assert_eq!(text(Some(encoding_rs::BIG5)), "盧森川離職");
    assert_ne!(text(Some(encoding_rs::GBK)), "盧森川離職");
}

#[test]
fn texts_in_every_encoding_give_the_same_records() {
    let text = NEWS.join("\n");
    let utf16 =
        |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(unit).collect() };
    let expected = extract(&Article::from_text(&text));
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
        (encoding_rs::GB18030.encode(&text).0.into_owned(), "gb18030"),
        (utf16(u16::to_le_bytes), "UTF-16LE"),
        (utf16(u16::to_be_bytes), "UTF-16BE"),
        (
            [vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat(),
            "UTF-16LE",
        ),
    ] {
        let article = read_bytes("a.txt", &bytes).unwrap();
        assert_eq!(
            (article.text.as_str(), article.origin.encoding),
            (text.as_str(), encoding)
        );
        let people = |records: &[Record]| -> Vec<String> {
            records.iter().map(|r| r.person.clone()).collect()
        };
        assert_eq!(people(&extract(&article)), people(&expected));
    }
}

#[test]
fn one_broken_byte_and_one_nul_cost_neither_the_article_nor_its_encoding() {
    let bytes = [NEWS[0].as_bytes(), b"\xFF\0\n", NEWS[1].as_bytes()].concat();
    let article = read_bytes("a.txt", &bytes[..bytes.len() - 1]).unwrap();
    assert_eq!(
        (article.origin.encoding, article.origin.undecodable),
        ("UTF-8", 2)
    );
    assert_eq!(extract(&article).len(), 1);
}

#[test]
fn markdown_is_read_past_its_marks_and_keeps_its_offsets() {
    let text = "---\ndate: 2023-01-25\n---\n# 卢森川**离开**\n\n- [栖木汽车](http://a.cn/李四离职?x=。)**首席\
                设计师**卢*森川*因个人原因离职。\n\n```\n李四从栖木汽车离职。\n```\n";
    let article = page("a.md", text);
    assert_eq!(article.title.as_deref(), Some("卢森川离开"));
    assert_eq!(
        (article.text.as_str(), article.published),
        (text, Some(date(2023, 1, 25)))
    );
    assert_eq!(article.origin.format, "markdown");
    let records = extract(&article);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].person, "卢森川");
    assert_eq!(records[0].company.as_deref(), Some("栖木汽车"));
    let chars: Vec<char> = text.chars().collect();
    for evidence in &records[0].evidence {
        let part: String = chars[evidence.start..evidence.end].iter().collect();
        assert_eq!(part, evidence.text);
    }
}

#[test]
fn markdown_that_is_nothing_but_marks_takes_no_time() {
    for marks in [
        ">", "[", "*a ", "![", "`", "|", "- ", "<", "_*", "[a](", "> - ",
    ] {
        for end in ["", "\n"] {
            let text = format!(
                "{}{end}\n\n卢森川离职。",
                format!("{marks}{end}").repeat(100_000)
            );
            let begun = Instant::now();
            page("a.md", &text);
            let took = begun.elapsed();
            assert!(took < Duration::from_secs(20), "{took:?} {marks}");
        }
    }
}
