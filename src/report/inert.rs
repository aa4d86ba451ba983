//! Text out of a landscape as GitHub's Markdown can hold it: nothing in it is markup, and nothing that GitHub
//! makes links of afterwards — mentions, issues, addresses — is linked.

use crate::text::on_one_line;

/// Breaks up what would be recognised, without being seen itself; a backslash doesn't help against what GitHub
/// looks for in the finished text.
const BREAK: char = '\u{200B}';

/// The text as part of a line. It must not be the first thing on it, since a number or a dash there starts a list.
pub fn inert(text: &str) -> String {
    let text = on_one_line(text);
    let mut out = String::with_capacity(text.len() + 16);
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // No formula, neither for who looks in the source nor for who looks in the finished text.
            '$' => out.push_str("<span>&#36;</span>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '^' => out.extend(['\\', character]),
            _ => out.push(character),
        }
        if is_recognised(before, character, after) {
            out.push(BREAK);
        }
    }
    out
}

/// The text as a line of its own: what it starts with starts no heading, list or definition.
pub fn line(text: &str) -> String {
    let text = inert(text);
    let text = text.trim_start();
    let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
    if rest.len() < text.len() && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &text[..text.len() - rest.len()]);
    }
    let starts = text.starts_with(['#', '-', '+', '=', ':']);
    format!("{}{text}", if starts { "\\" } else { "" })
}

/// Whether GitHub would make something of this character with what follows it: `@team`, `#12`, `GH-12`,
/// `https://`, `www.`, `:smile:`.
fn is_recognised(before: &str, character: char, after: &str) -> bool {
    let word = |character: char| character.is_ascii_alphanumeric();
    match character {
        '@' | '#' => after.starts_with(word),
        '-' => ends_with(before, "gh") && after.starts_with(|next: char| next.is_ascii_digit()),
        ':' => after.starts_with("//") || is_emoji(after),
        'w' | 'W' => ends_with(before, "ww") && after.starts_with('.'),
        _ => false,
    }
}

fn ends_with(text: &str, ascii: &str) -> bool {
    text.len()
        .checked_sub(ascii.len())
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(ascii))
}

/// Whether a name of an emoji starts here: `smile:`.
fn is_emoji(after: &str) -> bool {
    let named = |character: char| character.is_ascii_alphanumeric() || "_+-".contains(character);
    let rest = after.trim_start_matches(named);
    rest.len() < after.len() && rest.starts_with(':')
}

/// Text as code, which is shown as it is. It must not stand in a table.
pub fn code(text: &str) -> String {
    let text = on_one_line(text);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let padding = if text.contains('`') || text.trim().is_empty() { " " } else { "" };
    format!("{fence}{padding}{text}{padding}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_stay_as_they_are() {
        for name in ["Financiën & Co", "Key2Burgerzaken (2.1) - test!", "a:b 12:30 #"] {
            assert_eq!(inert(name), name.replace('&', "&amp;"));
        }
    }

    #[test]
    fn what_github_links_is_broken_up() {
        for (text, broken) in [
            ("@team", "@\u{200B}team"),
            ("a@b.nl", "a@\u{200B}b.nl"),
            ("vng/x#12", "vng/x#\u{200B}12"),
            ("GH-1", "GH-\u{200B}1"),
            ("https://a.b", "https:\u{200B}//a.b"),
            ("www.a.b", "www\u{200B}.a.b"),
            (":tada:", ":\u{200B}tada:"),
        ] {
            assert_eq!(inert(text), broken);
        }
    }

    #[test]
    fn what_starts_a_line_starts_nothing_else() {
        for (text, kept) in [
            ("# Kop", "\\# Kop"),
            ("- streep", "\\- streep"),
            (": uitleg", "\\: uitleg"),
            ("12. nummer", "12\\. nummer"),
            ("1) een", "1\\) een"),
            ("\n\t    code", "code"),
            ("12 nummers. En e-mail", "12 nummers. En e-mail"),
        ] {
            assert_eq!(line(text), kept);
        }
    }

    #[test]
    fn code_can_hold_what_ends_code() {
        assert_eq!(code("a.toml:1"), "`a.toml:1`");
        assert_eq!(code("a``b"), "``` a``b ```");
    }
}
