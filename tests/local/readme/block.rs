//! The blocks of a document that are not prose, and the steps of a session in one.

/// A fenced block, or one in `<pre>`.
pub(crate) struct Block {
    /// The info string; `pre` for a `<pre>`.
    pub(crate) language: String,
    /// The number of its first line in the document.
    pub(crate) line: usize,
    pub(crate) lines: Vec<String>,
}

/// A command and its output.
pub(crate) struct Step {
    /// The number of the command's line in the document.
    pub(crate) line: usize,
    pub(crate) command: String,
    pub(crate) told: Vec<String>,
}

pub(crate) fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in document.lines().enumerate() {
        match &mut open {
            Some(block) if line == if block.language == "pre" { "</pre>" } else { "```" } => blocks.extend(open.take()),
            Some(block) => block.lines.push(line.to_owned()),
            None => {
                let language = line.strip_prefix("```").or((line == "<pre>").then_some("pre"));
                let start = |language: &str| Block { language: language.to_owned(), line: number + 2, lines: vec![] };
                open = language.map(start);
            }
        }
    }
    assert!(open.is_none(), "a block has no end");
    blocks
}

impl Block {
    /// The session in it: what begins with `prompt` is a command, what follows is its answer. A command that ends in `\`
    /// or `|` goes on in the next line, after `> `.
    pub(crate) fn steps(&self, prompt: &str) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for (number, line) in (self.line..).zip(&self.lines) {
            let open = steps.last_mut().filter(|step| step.command.ends_with(['\\', '|']) && step.told.is_empty());
            if let (Some(step), Some(more)) = (open, line.strip_prefix("> ")) {
                step.command.push_str(&format!("\n{more}"));
                continue;
            }
            match line.strip_prefix(prompt) {
                Some(command) => steps.push(Step { line: number, command: command.to_owned(), told: vec![] }),
                None => {
                    steps.last_mut().unwrap_or_else(|| panic!("line {number}: no command yet")).told.push(line.clone())
                }
            }
        }
        steps
    }
}
