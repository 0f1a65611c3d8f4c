//! The code blocks of a Markdown file.

/// A fenced block of code.
pub(crate) struct Block {
    /// The word after the fence, e.g. `php`.
    pub(crate) language: String,
    /// What is between the fences.
    pub(crate) code: String,
    /// The line of its first fence, from 1.
    pub(crate) line: usize,
}

/// The fenced blocks of a text, in order.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => {
                open = Some(Block { language: language.trim().to_owned(), code: String::new(), line: index + 1 });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => {
                block.code.push_str(line);
                block.code.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn blocks_carry_language_code_and_line() {
        let found = blocks("text\n```c\nint x;\n\nint y;\n```\n```\nplain\n```\n");
        let found: Vec<_> =
            found.iter().map(|block| (block.language.as_str(), block.code.as_str(), block.line)).collect();
        assert_eq!(found, [("c", "int x;\n\nint y;\n", 2), ("", "plain\n", 7)]);
    }
}
