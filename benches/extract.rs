//! How fast each stage understands articles, and all of them together, next to merely reading; and how long the
//! dictionary takes to load.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use quliu::article::{self, input};
use quliu::mention::Tokens;
use quliu::spelling::Spelling;
use quliu::{Article, Dict, entity, event, mention, merge, published, script, sentence};

fn dict() -> Dict {
    Dict::load(&[]).expect("the built-in dictionary loads")
}

fn read_folder(folder: PathBuf) -> Vec<Article> {
    input::find(&[folder])
        .inputs
        .iter()
        .flat_map(|input| article::read_all(&input, &article::ReadOptions::default()).0)
        .collect()
}

/// The sample articles: each tells of departures, or of what looks like one.
fn corpus() -> Vec<Article> {
    read_folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"))
}

/// General news, as `corpus.py` makes it.
fn news() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("news");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/corpus.py");
    let made = Command::new("python3")
        .arg(script)
        .arg(&folder)
        .args(["--files", "500"])
        .status();
    assert!(made.expect("python3 is there").success());
    read_folder(folder)
}

fn group<'a>(
    c: &'a mut Criterion,
    name: &str,
    articles: &[Article],
) -> BenchmarkGroup<'a, WallTime> {
    let bytes = articles.iter().map(|a| a.text.len() as u64).sum();
    let mut group = c.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(bytes));
    group
}

/// Reads every article again, from its file to its text.
fn read(articles: &[Article]) -> usize {
    let text = |a: &Article| article::read(Path::new(&a.source), None).map_or(0, |a| a.text.len());
    articles.iter().map(text).sum()
}

fn extract(articles: &[Article], dict: &Dict) -> usize {
    let records = |a| quliu::extract(a, dict).len();
    articles.iter().map(records).sum()
}

fn analyse(articles: &[Article], dict: &Dict) -> usize {
    let records = |a| quliu::analyse(a, dict, |analysis| analysis.records.len());
    articles.iter().map(records).sum()
}

fn whole(c: &mut Criterion) {
    let dict = dict();
    for (name, articles) in [("corpus", corpus()), ("news", news())] {
        let mut group = group(c, name, &articles);
        group.bench_function("read", |b| b.iter(|| read(&articles)));
        group.bench_function("extract", |b| b.iter(|| extract(&articles, &dict)));
        group.bench_function("analyse", |b| b.iter(|| analyse(&articles, &dict)));
        group.finish();
    }
}

/// Each stage by itself, on what those before it give.
fn stages(c: &mut Criterion) {
    let dict = &dict();
    let articles = corpus();
    let mut group = group(c, "stage", &articles);
    let mut bench = |name, stage: &dyn Fn(usize)| {
        group.bench_function(name, |b| b.iter(|| (0..articles.len()).for_each(stage)));
    };

    let plain = |n: usize| script::plain(&articles[n], dict);
    let plains: Vec<_> = (0..articles.len()).map(plain).collect();
    bench("script::plain", &|n| drop(black_box(plain(n))));
    bench("scan", &|n| {
        black_box(dict.scan.possible(plains[n].article.prose()));
    });

    let split = |n: usize| sentence::split(&plains[n].article, dict);
    let read = |n: usize| {
        let mut sentences = split(n);
        let prose = plains[n].article.prose();
        sentences.iter_mut().for_each(|s| s.read(prose));
        sentences
    };
    let sentences: Vec<_> = (0..articles.len()).map(read).collect();
    bench("sentence::split", &|n| drop(black_box(split(n))));
    bench("sentence::split and read", &|n| drop(black_box(read(n))));

    let cut = |n: usize| {
        let mut tokens = Tokens::of(&sentences[n]);
        let each = sentences[n].iter().enumerate();
        each.for_each(|(s, sentence)| tokens.cut(s, sentence, dict));
        tokens
    };
    let tokens: Vec<_> = (0..articles.len()).map(cut).collect();
    bench("mention::Tokens", &|n| drop(black_box(cut(n))));

    let find = |n: usize| mention::find(&tokens[n], &sentences[n], dict);
    let mentions: Vec<_> = (0..articles.len()).map(find).collect();
    bench("mention::find", &|n| drop(black_box(find(n))));

    let link = |n: usize| {
        let (article, sentences) = (&plains[n].article, &sentences[n]);
        let digest = sentence::is_digest(article, sentences);
        entity::link(
            sentences,
            &mentions[n],
            article.title.as_deref(),
            digest,
            dict,
        )
    };
    let entities: Vec<_> = (0..articles.len()).map(link).collect();
    bench("entity::link", &|n| drop(black_box(link(n))));

    let day = |n: usize| published::find(&plains[n].article, dict);
    let match_rules = |n: usize| event::match_rules(&entities[n], day(n), dict);
    let events: Vec<_> = (0..articles.len()).map(match_rules).collect();
    bench("event::match_rules", &|n| drop(black_box(match_rules(n))));

    bench("merge::merge", &|n| {
        let spelling = Spelling::of(&articles[n], &plains[n], &sentences[n], dict);
        let (found, entities) = (events[n].found.clone(), &entities[n]);
        let records = merge::merge(&articles[n], day(n), entities, found, &spelling, dict);
        drop(black_box(records));
    });
    group.finish();
}

fn dictionary(c: &mut Criterion) {
    let mut group = c.benchmark_group("dict");
    group.sample_size(10);
    group.bench_function("load", |b| b.iter(|| black_box(Dict::load(&[]))));
    group.finish();
}

criterion_group!(benches, whole, stages, dictionary);
criterion_main!(benches);
