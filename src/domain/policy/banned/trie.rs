//! A trie of terms: finds those that a text begins with, exactly or with one wrong letter.
//!
//! In a term with one wrong letter, the first or the second half is intact. So a wrong letter is only searched for
//! after the first letters, where few terms remain; the other terms are found in a trie of the reversed terms. That
//! visits a handful of nodes for each character of a password instead of hundreds.

use std::ops::Range;

/// How many first letters must be right. At most half of [`SHORTEST_WITH_A_SLIP`].
const INTACT: usize = 3;

/// The length of the shortest term in which one letter may be wrong.
pub(super) const SHORTEST_WITH_A_SLIP: usize = 6;

/// Nodes are in breadth-first order, so the children of a node are adjacent and between those of its neighbours.
#[derive(Debug)]
pub(super) struct Trie {
    letters: Vec<char>,
    /// The index of each node's first child; its children end where the next node's begin.
    children: Vec<usize>,
    words: Vec<Option<usize>>,
}

/// A term that a text begins with.
pub(super) struct Match {
    /// The matched length of the text, in characters.
    pub(super) length: usize,
    /// The number of the term.
    pub(super) word: usize,
    /// Whether one letter is wrong, missing or extra.
    pub(super) slip: bool,
}

impl Trie {
    const ROOT: usize = 0;

    /// Builds a trie of non-empty terms with their numbers. Of equal terms, the one with the lowest number counts.
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

    /// Finds the terms below a node that match `text` with one wrong letter directly after it.
    fn slips(&self, node: usize, length: usize, text: &[char], found: &mut impl FnMut(Match)) {
        for child in self.children(node) {
            self.rest(child, length + 1, text, length, found);
            if text.get(length).is_some_and(|letter| *letter != self.letters[child]) {
                self.rest(child, length + 1, text, length + 1, found);
            }
        }
        // An extra letter counts only inside a term, so another letter of the term must follow.
        if let Some(child) = self.child(node, text.get(length + 1)) {
            self.rest(child, length + 1, text, length + 2, found);
        }
    }

    /// Finds the terms below a node at `depth` that match `text` from `length` on.
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
