//! How fast articles are understood, next to merely reading them, and how long the dictionary takes to load.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use quliu::article::{self, input};
use quliu::{Article, Dict};

/// The sample articles.
fn corpus() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    input::find(&[folder])
        .inputs
        .iter()
        .flat_map(|input| article::read_all(input, &article::ReadOptions::default()).0)
        .collect()
}

fn bytes(articles: &[Article]) -> u64 {
    articles.iter().map(|a| a.text.len() as u64).sum()
}

fn articles(c: &mut Criterion) {
    let dict = Dict::load(&[]).expect("the built-in dictionary loads");
    let articles = corpus();
    let mut group = c.benchmark_group("corpus");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes(&articles)));
    group.bench_function("read", |b| b.iter(|| read(&articles)));
    group.bench_function("analyse", |b| b.iter(|| analyse(&articles, &dict)));
    group.finish();
}

/// Reads every article again, from its file to its text.
fn read(articles: &[Article]) -> usize {
    let text = |a: &Article| article::read(Path::new(&a.source), None).map_or(0, |a| a.text.len());
    articles.iter().map(text).sum()
}

/// Runs all stages over every article.
fn analyse(articles: &[Article], dict: &Dict) -> usize {
    let records = |a: &Article| quliu::analyse(a, dict, |analysis| analysis.records.len());
    articles.iter().map(records).sum()
}

fn dictionary(c: &mut Criterion) {
    let mut group = c.benchmark_group("dict");
    group.sample_size(10);
    group.bench_function("load", |b| b.iter(|| black_box(Dict::load(&[]))));
    group.finish();
}

criterion_group!(benches, articles, dictionary);
criterion_main!(benches);
