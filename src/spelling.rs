//! Name in simplified script → the name as the article writes it.
//!
//! What the stages find they find in simplified script ([`crate::script`]). A name that stands in the article is shown
//! as it stands there; one that only the dictionary has (阿里巴巴 for 阿里) is spelled with the characters that the
//! article has for it, else with the usual ones of its script.

use std::ops::Range;

use crate::article::Article;
use crate::dict::Dict;
use crate::script::Plain;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::view::View;

/// How one article spells names.
#[derive(Debug, Clone, Copy)]
pub struct Spelling<'a> {
    text: &'a str,
    plain: &'a str,
    is_traditional: bool,
    sentences: &'a [Sentence],
    dict: &'a Dict,
}

impl<'a> Spelling<'a> {
    /// How `article` spells what was found in the sentences of `plain`.
    pub fn of(
        article: &'a Article,
        plain: &'a Plain,
        sentences: &'a [Sentence],
        dict: &'a Dict,
    ) -> Self {
        Self {
            text: &article.text,
            plain: &plain.article.text,
            is_traditional: plain.is_traditional,
            sentences,
            dict,
        }
    }

    /// The name as the article writes it, at `span` or in the sentence around it before anywhere else.
    pub fn name(&self, name: &str, span: Span) -> String {
        if !self.is_traditional {
            return name.to_string();
        }
        let home = self.sentences.partition_point(|s| s.span.end <= span.start);
        let here = self.sentences.get(home).into_iter();
        here.clone()
            .find_map(|s| self.written_at(s, name, span))
            .or_else(|| {
                here.chain(self.sentences)
                    .find_map(|s| self.written(s, name))
            })
            .unwrap_or_else(|| name.chars().map(|c| self.character(c, span)).collect())
    }

    /// The name where a sentence has it within `span`.
    fn written_at(&self, sentence: &Sentence, name: &str, span: Span) -> Option<String> {
        let view = &sentence.view;
        let mut places = view
            .text
            .match_indices(name)
            .map(|(i, _)| i..i + name.len());
        let at = places.find(|at| span.contains(view.span(at.clone())))?;
        Some(self.original(view, at))
    }

    /// The name where a sentence has it first.
    fn written(&self, sentence: &Sentence, name: &str) -> Option<String> {
        let start = sentence.view.text.find(name)?;
        Some(self.original(&sentence.view, start..start + name.len()))
    }

    /// A range of a view, with the characters of the article in it.
    fn original(&self, view: &View, range: Range<usize>) -> String {
        let part = view.text[range.clone()].char_indices();
        part.map(|(i, c)| {
            let start = range.start + i;
            let at = view.span(start..start + c.len_utf8());
            self.at(at.start, c).unwrap_or(c)
        })
        .collect()
    }

    /// The article's character for the character `c` of the plain text that begins at byte `at`.
    fn at(&self, at: usize, c: char) -> Option<char> {
        let is_there = self.plain[at..].starts_with(c);
        let original = self.text[at..].chars().next();
        original
            .filter(|_| is_there)
            .map(|c| self.dict.script.glyph(c))
    }

    /// How the article writes a character, near `span` or anywhere; else its usual form.
    fn character(&self, c: char, span: Span) -> char {
        let near = span.of(self.plain).find(c).map(|i| span.start + i);
        let place = near.or_else(|| self.plain.find(c));
        place
            .and_then(|at| self.at(at, c))
            .unwrap_or_else(|| self.dict.script.unfold(c))
    }
}
