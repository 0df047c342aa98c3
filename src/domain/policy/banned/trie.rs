//! A trie of terms that finds those that a text begins with, exactly or with one wrong letter.
//!
//! A term with one wrong letter has an intact first or second half. So wrong letters are searched only after the first
//! letters, where few terms remain; the rest is found backwards, in a trie of reversed terms. That visits a handful of
//! nodes per character instead of hundreds.

use std::ops::Range;

/// Letters at the beginning that must match exactly. At most half of [`SHORTEST_WITH_A_SLIP`].
const INTACT: usize = 3;

/// The shortest term in which one letter may be wrong.
pub(super) const SHORTEST_WITH_A_SLIP: usize = 6;

/// Nodes in breadth-first order, so that a node's children are contiguous.
#[derive(Debug)]
pub(super) struct Trie {
    letters: Vec<char>,
    /// The index of each node's first child; the next entry ends them.
    children: Vec<usize>,
    words: Vec<Option<usize>>,
}

/// A term that a text begins with.
pub(super) struct Match {
    /// Matched length of the text, in characters.
    pub(super) length: usize,
    /// Index of the term.
    pub(super) word: usize,
    /// Whether one letter is wrong, missing or extra.
    pub(super) slip: bool,
}

impl Trie {
    const ROOT: usize = 0;

    /// Builds a trie of non-empty terms with their indexes. Of equal terms, the first counts.
    pub(super) fn new(mut terms: Vec<(Vec<char>, usize)>) -> Self {
        terms.sort();
        terms.dedup_by(|one, other| one.0 == other.0);
        let mut trie = Self { letters: vec!['\0'], children: vec![], words: vec![] };
        let mut level = vec![Range { start: 0, end: terms.len() }];
        let mut depth = 0;
        while !level.is_empty() {
            let mut next = vec![];
            for mut below in level {
                let ends_here = terms.get(below.start).filter(|(term, _)| term.len() == depth);
                trie.words.push(ends_here.map(|(_, number)| *number));
                below.start += usize::from(ends_here.is_some());
                trie.children.push(trie.letters.len());
                for group in terms[below.clone()].chunk_by(|one, other| one.0[depth] == other.0[depth]) {
                    trie.letters.push(group[0].0[depth]);
                    next.push(below.start..below.start + group.len());
                    below.start += group.len();
                }
            }
            level = next;
            depth += 1;
        }
        trie.children.push(trie.letters.len());
        trie
    }

    /// Finds every term that `text` begins with, with a wrong letter only after the first ones.
    pub(super) fn beginnings(&self, text: &[char], mut found: impl FnMut(Match)) {
        let (mut node, mut length) = (Self::ROOT, 0);
        loop {
            if let Some(word) = self.words[node] {
                found(Match { length, word, slip: false });
            }
            if length >= INTACT {
                self.slips(node, length, text, &mut found);
            }
            let Some(child) = self.child(node, text.get(length)) else { return };
            node = child;
            length += 1;
        }
    }

    /// Finds terms below a node with one wrong letter at `length`.
    fn slips(&self, node: usize, length: usize, text: &[char], found: &mut impl FnMut(Match)) {
        for child in self.children(node) {
            self.rest(child, length + 1, text, length, found);
            if text.get(length).is_some_and(|letter| *letter != self.letters[child]) {
                self.rest(child, length + 1, text, length + 1, found);
            }
        }
        // An extra letter must be inside the term: another letter of it must follow.
        if let Some(child) = self.child(node, text.get(length + 1)) {
            self.rest(child, length + 1, text, length + 2, found);
        }
    }

    /// Finds terms below a node at `depth` that match `text` from `length` on.
    fn rest(&self, mut node: usize, mut depth: usize, text: &[char], mut length: usize, found: &mut impl FnMut(Match)) {
        loop {
            if let Some(word) = self.words[node].filter(|_| depth >= SHORTEST_WITH_A_SLIP) {
                found(Match { length, word, slip: true });
            }
            let Some(child) = self.child(node, text.get(length)) else { return };
            node = child;
            depth += 1;
            length += 1;
        }
    }

    fn children(&self, node: usize) -> Range<usize> {
        self.children[node]..self.children[node + 1]
    }

    fn child(&self, node: usize, letter: Option<&char>) -> Option<usize> {
        let children = self.children(node);
        let at = self.letters[children.clone()].binary_search(letter?).ok()?;
        Some(children.start + at)
    }
}
