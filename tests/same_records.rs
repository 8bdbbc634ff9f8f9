//! Five articles in every format, encoding, script and container give the same records.
//!
//! PDFs are made by LibreOffice; where it or `pdftotext` is missing, that test says so and passes, unless
//! `QULIU_REQUIRE_TOOLS` is set.

use std::fs;
use std::path::Path;
use std::process::Command;

use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use quliu::article::input::Input;
use quliu::article::{Article, ReadOptions, read_all};
use quliu::script::{self, Naming};

mod common;
use common::DICT;
use common::pack::{gzip, tar, zip, zstd};

/// Title, day, and the paragraphs in both scripts.
struct Sample {
    title: &'static str,
    day: &'static str,
    simplified: [&'static str; 3],
    traditional: [&'static str; 3],
}

const SAMPLES: [Sample; 5] = [
    Sample {
        title: "栖木汽车首席设计师卢森川离职",
        day: "2023-05-14",
        simplified: [
            "栖木汽车今日宣布，首席设计师卢森川因个人原因离职，离职后将加入云岫科技。",
            "公司表示，感谢他五年来的贡献，新车的开发照常进行，接任的人选将在下个月公布。",
            "栖木汽车成立于二〇一四年，去年卖出汽车三万辆，比前一年多了两成，主要市场是华东各省。",
        ],
        traditional: [
            "棲木汽車今日宣布，首席設計師盧森川因個人原因離職，離職後將加入雲岫科技。",
            "公司表示，感謝他五年來的貢獻，新車的開發照常進行，接任的人選將在下個月公布。",
            "棲木汽車成立於二〇一四年，去年賣出汽車三萬輛，比前一年多了兩成，主要市場是華東各省。",
        ],
    },
    Sample {
        title: "青穗芯片公告",
        day: "2024-02-01",
        simplified: [
            "青穗芯片股份有限公司董事会于2024年1月31日收到董事、总经理邬晚晴女士的辞职报告。",
            "邬晚晴女士因身体原因辞去公司董事、总经理职务，辞职后不再担任公司任何职务。",
            "董事会对邬晚晴女士在任职期间为公司发展所作的贡献表示衷心感谢，公司的经营一切正常。",
        ],
        traditional: [
            "青穗芯片股份有限公司董事會於2024年1月31日收到董事、總經理鄔晚晴女士的辭職報告。",
            "鄔晚晴女士因身體原因辭去公司董事、總經理職務，辭職後不再擔任公司任何職務。",
            "董事會對鄔晚晴女士在任職期間為公司發展所作的貢獻表示衷心感謝，公司的經營一切正常。",
        ],
    },
    Sample {
        title: "众擎集团换帅",
        day: "2022-11-20",
        simplified: [
            "众擎集团董事长丁鹤亭昨日退休，副董事长韩松年接任。丁鹤亭在集团工作了三十年。",
            "韩松年说，集团的方向不会改变，今后两年要在南方建三座工厂，请大家放心。",
            "众擎集团的主要产品是农业机械，销往四十多个国家，在国内的市场占有率居第二位。",
        ],
        traditional: [
            "眾擎集團董事長丁鶴亭昨日退休，副董事長韓松年接任。丁鶴亭在集團工作了三十年。",
            "韓松年說，集團的方向不會改變，今後兩年要在南方建三座工廠，請大家放心。",
            "眾擎集團的主要產品是農業機械，銷往四十多個國家，在國內的市場佔有率居第二位。",
        ],
    },
    Sample {
        title: "传苍耳网络总裁将离任",
        day: "2025-03-10",
        simplified: [
            "据多名知情人士透露，苍耳网络总裁孟祥川将于本月离任，公司没有回应记者的询问。",
            "孟祥川在两年前加入这家公司，此前他在多家游戏公司负责过发行，在业内很有名气。",
            "今年以来，苍耳网络有两款游戏推迟上线，股价下跌了三成，员工对前景感到不安。",
        ],
        traditional: [
            "據多名知情人士透露，蒼耳網絡總裁孟祥川將於本月離任，公司沒有回應記者的詢問。",
            "孟祥川在兩年前加入這家公司，此前他在多家遊戲公司負責過發行，在業內很有名氣。",
            "今年以來，蒼耳網絡有兩款遊戲推遲上線，股價下跌了三成，員工對前景感到不安。",
        ],
    },
    Sample {
        title: "建泉银行行长被免职",
        day: "2021-07-08",
        simplified: [
            "建泉银行公告称，因涉嫌严重违纪，行长邵一帆被免去职务，由副行长代为主持工作。",
            "这是今年以来该省第三家更换行长的银行，监管部门要求各家银行加强对高管的管理。",
            "建泉银行去年末的总资产为一千二百亿元，不良贷款的比例为百分之一点六，略高于同业。",
        ],
        traditional: [
            "建泉銀行公告稱，因涉嫌嚴重違紀，行長邵一帆被免去職務，由副行長代為主持工作。",
            "這是今年以來該省第三家更換行長的銀行，監管部門要求各家銀行加強對高管的管理。",
            "建泉銀行去年末的總資產為一千二百億元，不良貸款的比例為百分之一點六，略高於同業。",
        ],
    },
];

impl Sample {
    fn text(&self) -> String {
        self.simplified.join("\n\n")
    }

    /// Text with the title and day as front matter.
    fn page(&self, paragraphs: &[&str]) -> String {
        format!(
            "---\ntitle: {}\ndate: {}\n---\n\n{}\n",
            self.title,
            self.day,
            paragraphs.join("\n\n")
        )
    }

    fn html(&self, charset: &str) -> String {
        let paragraphs: String = self
            .simplified
            .iter()
            .map(|p| format!("<p>{p}</p>\n"))
            .collect();
        format!(
            "<!DOCTYPE html><html><head><meta charset=\"{charset}\"><title>{0}</title>\
             <meta property=\"article:published_time\" content=\"{1}T08:00:00+08:00\"></head>\
             <body><nav><a href=\"/\">首页</a></nav><article><h1>{0}</h1>\n{paragraphs}</article></body></html>",
            self.title, self.day
        )
    }

    fn docx(&self) -> Vec<u8> {
        let paragraphs = self
            .simplified
            .map(|p| format!("<w:p><w:r><w:t>{p}</w:t></w:r></w:p>"));
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let document = format!(
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"{main}\"><w:body>{}</w:body></w:document>",
            paragraphs.concat()
        );
        let office = "http://schemas.openxmlformats.org";
        let kind =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        let types = format!(
            "<Types xmlns=\"{office}/package/2006/content-types\"><Override PartName=\"/word/document.xml\" \
             ContentType=\"{kind}\"/></Types>"
        );
        let relations = format!(
            "<Relationships xmlns=\"{office}/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"{office}/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
             </Relationships>"
        );
        zip(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", relations.as_bytes()),
            ("word/document.xml", document.as_bytes()),
        ])
    }

    fn row(&self) -> serde_json::Value {
        serde_json::json!({"title": self.title, "published": self.day, "text": self.text()})
    }
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{text} cannot be written in {}", encoding.name());
    bytes.into_owned()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What is told of each person, in the order of the articles, in simplified script.
fn told(articles: &[Article]) -> Vec<String> {
    let records = articles.iter().flat_map(|article| {
        let records = quliu::extract(article, &DICT);
        script::name_in(Naming::Simplified, records, article, &DICT)
    });
    let fields = records.map(|r| {
        let posts = r.former_role.join("、");
        let (company, reason, date) = (r.company, r.reason, r.date);
        format!(
            "{} {posts} {company:?} {reason:?} {:?} {date:?} {:?}",
            r.person, r.destination, r.status
        )
    });
    fields.collect()
}

/// The articles of files in a folder.
fn read(files: &[(String, Vec<u8>)], published: Option<&str>) -> Vec<Article> {
    let dir = tempfile::tempdir().unwrap();
    let mut articles = Vec::new();
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        let options = ReadOptions {
            published: published.map(|day| day.parse().unwrap()),
            ..ReadOptions::default()
        };
        let (read, problems) = read_all(&Input::Found(path), &options);
        assert!(problems.is_empty(), "{problems:?}");
        articles.extend(read);
    }
    articles
}

/// The records of the articles as plain text.
fn expected() -> Vec<String> {
    let files = each("txt", |sample| sample.page(&sample.simplified).into_bytes());
    let told = told(&read(&files, None));
    assert_eq!(told.len(), 5, "{told:#?}");
    told
}

fn each(ending: &str, bytes: impl Fn(&Sample) -> Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let name = |i: usize| format!("{i}.{ending}");
    SAMPLES
        .iter()
        .enumerate()
        .map(|(i, sample)| (name(i), bytes(sample)))
        .collect()
}

#[track_caller]
fn assert_same(what: &str, files: &[(String, Vec<u8>)]) {
    assert_eq!(told(&read(files, None)), expected(), "{what}");
}

#[test]
fn in_every_encoding() {
    let page = |sample: &Sample| sample.page(&sample.simplified);
    assert_same(
        "UTF-8 with a mark",
        &each("txt", |s| format!("\u{FEFF}{}", page(s)).into_bytes()),
    );
    assert_same(
        "UTF-16 with a mark",
        &each("txt", |s| utf16(&format!("\u{FEFF}{}", page(s)))),
    );
    assert_same("UTF-16 without a mark", &each("txt", |s| utf16(&page(s))));
    assert_same("GBK", &each("txt", |s| encoded(&page(s), GBK)));
    assert_same("GB18030", &each("txt", |s| encoded(&page(s), GB18030)));
    assert_same(
        "line ends of Windows",
        &each("txt", |s| page(s).replace('\n', "\r\n").into_bytes()),
    );
}

#[test]
fn in_traditional_script() {
    let page = |sample: &Sample| sample.page(&sample.traditional);
    assert_same("UTF-8", &each("txt", |s| page(s).into_bytes()));
    // The titles are simplified: in Big5 they would be lost.
    let day = |sample: &Sample| {
        format!(
            "---\ndate: {}\n---\n{}",
            sample.day,
            sample.traditional.join("\n")
        )
    };
    assert_same("Big5", &each("txt", |s| encoded(&day(s), BIG5)));
}

#[test]
fn in_every_format() {
    assert_same(
        "Markdown",
        &each("md", |s| {
            let [first, rest @ ..] = s.simplified;
            s.page(&[
                &format!("# {}", s.title),
                first,
                &rest.map(|p| format!("- {p}")).join("\n"),
            ])
            .into_bytes()
        }),
    );
    assert_same("HTML", &each("html", |s| s.html("utf-8").into_bytes()));
    assert_same(
        "HTML in GBK",
        &each("htm", |s| encoded(&s.html("gbk"), GBK)),
    );
    let lines: String = SAMPLES.iter().map(|s| s.row().to_string() + "\n").collect();
    assert_same(
        "JSON lines",
        &[("a.jsonl".into(), lines.clone().into_bytes())],
    );
    let list = serde_json::Value::from(SAMPLES.iter().map(Sample::row).collect::<Vec<_>>());
    assert_same(
        "JSON",
        &[("a.json".into(), serde_json::to_vec_pretty(&list).unwrap())],
    );
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["标题", "日期", "正文"]).unwrap();
    for sample in &SAMPLES {
        table
            .write_record([sample.title, sample.day, &sample.text()])
            .unwrap();
    }
    let table = table.into_inner().unwrap();
    let in_gbk = encoded(std::str::from_utf8(&table).unwrap(), GBK);
    assert_same("CSV", &[("a.csv".into(), table)]);
    assert_same("CSV in GBK", &[("a.csv".into(), in_gbk)]);
    assert_same(
        "JSON lines, compressed",
        &[("a.jsonl.gz".into(), gzip(lines.as_bytes()))],
    );
}

#[test]
fn in_every_container() {
    let texts = each("txt", |s| s.page(&s.simplified).into_bytes());
    let members: Vec<(&str, &[u8])> = texts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    assert_same("ZIP", &[("a.zip".into(), zip(&members))]);
    assert_same("TAR", &[("a.tar".into(), tar(&texts))]);
    assert_same("TAR, compressed", &[("a.tgz".into(), gzip(&tar(&texts)))]);
    assert_same(
        "gzip",
        &each("txt.gz", |s| gzip(s.page(&s.simplified).as_bytes())),
    );
    assert_same(
        "Zstandard",
        &each("txt.zst", |s| zstd(s.page(&s.simplified).as_bytes())),
    );
}

/// Documents have no day of their own: each is read with that of its article.
fn told_of_documents(files: Vec<(String, Vec<u8>)>) -> Vec<String> {
    let days = SAMPLES.iter().map(|sample| sample.day);
    let articles = files
        .into_iter()
        .zip(days)
        .flat_map(|(file, day)| read(&[file], Some(day)));
    told(&articles.collect::<Vec<_>>())
}

#[test]
fn in_word_documents() {
    assert_eq!(told_of_documents(each("docx", Sample::docx)), expected());
}

#[test]
fn in_pdf() {
    let dir = tempfile::tempdir().unwrap();
    let there = |program: &str| Command::new(program).arg("--version").output().is_ok();
    if !(there("soffice") && there("pdftotext")) {
        assert!(
            std::env::var_os("QULIU_REQUIRE_TOOLS").is_none(),
            "soffice or pdftotext is missing"
        );
        eprintln!("skipped: soffice or pdftotext is missing");
        return;
    }
    for (name, bytes) in each("docx", Sample::docx) {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    let names = (0..SAMPLES.len()).map(|i| format!("{i}.docx"));
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        dir.path().display()
    );
    let made = Command::new("soffice")
        .current_dir(dir.path())
        .args([&profile, "--headless", "--convert-to", "pdf"])
        .args(names)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let pdf = |folder: &Path, i: usize| fs::read(folder.join(format!("{i}.pdf"))).unwrap();
    let files = (0..SAMPLES.len()).map(|i| (format!("{i}.pdf"), pdf(dir.path(), i)));
    assert_eq!(told_of_documents(files.collect()), expected());
}
