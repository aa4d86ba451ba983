//! Names that are markup, commands, formulas, addresses or signals to somebody, and landscapes full of them.

use std::fmt::Write as _;

/// Each tries to be something else than text, to at least one program that an output is for.
pub const NAMES: [&str; 48] = [
    // DOT and what Graphviz makes of text.
    "\"]; kwaad -> doel [label=\"x",
    "\\N \\G \\E \\l \\\" \\",
    "<B>vet</B> <TABLE><TR><TD>",
    // XML, SVG and HTML.
    "</text><svg onload='alert(1)'>",
    "</title></style></svg><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)><!-- ",
    "' onmouseover='alert(1)' x='",
    "]]><x/>&amp;&#64;&#0;",
    "</desc><foreignObject><iframe src='https://kwaad.example'></iframe>",
    "}</style><link rel=stylesheet href=//kwaad.example>*{background:url(//kwaad.example)",
    "javascript:alert(1)",
    // Markdown.
    "[klik](https://kwaad.example) ![x](https://kwaad.example/x.png) [ ] [x]",
    "[klik][1]\n\n[1]: https://kwaad.example 'x'",
    "# Kop\n\n* lijst\n1. een\n- [x] klaar",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "``` \n<details>\n~~~ `d` ~~e~~ **f** __g__ [^1] $a^b$ $$c$$",
    "> citaat\n***\n    code\nKop\n===",
    "- streep",
    "12. nummer \\\\ \\[",
    "        code",
    "\r\n\r\n\t code  ",
    "<https://kwaad.example> <a@b.nl> mailto:a@b.nl xmpp:a@b.nl",
    "@team a@b.nl #12 GH-12 vng/x#1 https://kwaad.example www.kwaad.example :tada:",
    // Formulas.
    "=1+1",
    "+31 6",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "naw;=cmd|' /C calc'!A0,\"=HYPERLINK(\"\"https://kwaad.example\"\")",
    "＝1 ＋1 －1 ＠x",
    // Commands of GitHub and GitLab, whole or by a code.
    "::error file=a.toml,line=1::Alles is weg",
    "x\n::stop-commands::x\n::add-mask::y",
    "##[error]Alles is weg ###[group]x",
    "100% %0A::error::x %0D%0A %25 %",
    "section_start:0:x[collapsed=true]\rx",
    // What a terminal obeys.
    "\u{1b}[31m\u{1b}[2J\u{1b}]0;titel\u{7}",
    "\u{1b}]8;;https://kwaad.example\u{1b}\\klik\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m\u{9d}8;;https://kwaad.example\u{9c} \u{90}q \u{8}\u{8}\u{7f}",
    // What turns, joins or hides.
    "\u{202e}txt.exe\u{2066}\u{2067}\u{2069}\u{202a}\u{202c}\u{200e}\u{200f}\u{61c}",
    "na\u{200b}am\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{180e}\u{e0041}",
    // Lines, by whoever counts them.
    "een\r\ntwee\rdrie\u{85}vier\u{2028}vijf\u{2029}zes\u{b}zeven\u{c}acht",
    // What isn't a character to everyone.
    "nul\0nul \u{1} \u{fffe}\u{ffff} \u{fdd0} \u{1fffe}",
    // Paths.
    "../../etc/passwd",
    "/etc/passwd C:\\Windows\\win.ini \\\\kwaad\\deel file:///etc/passwd",
    "con.svg nul aux com1 LPT1.txt",
    // Templates.
    "{0} {} {{7*7}} ${7*7} %s %n %x $(id) `id` #{x} <%= x %>",
    "-o --view=x -A",
];

/// A text as TOML quotes it.
pub fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            _ if character.is_control() => write!(quoted, "\\u{:04X}", u32::from(character)).unwrap(),
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

/// A landscape that can be read whole, with these texts wherever people may write what they like: for each, two
/// applications, their links, a processing, an agreement, a norm and a view.
pub fn whole(names: &[&str]) -> String {
    let name = quoted(names[0]);
    let mut text =
        format!("[landscape]\nname = {name}\ndescription = {name}\nlanguage = \"en\"\ndate = 2026-11-01\n");
    for (at, name) in names.iter().enumerate() {
        text += &ABOUT.replace("{at}", &at.to_string()).replace("{name}", &quoted(name));
    }
    text
}

/// The tables about one text; `{name}` is the text as TOML quotes it, `{at}` its number.
const ABOUT: &str = r#"
[party.p{at}]
name = {name}
kind = "municipality"
country = "NL"
contact = {name}
dpo = {name}
[party.q{at}]
name = {name}
country = "US"
contact = {name}
[data.d{at}]
name = {name}
class = "special-category"
description = {name}
[network.n{at}]
name = {name}
controlled = true
[application.a{at}]
name = {name}
description = {name}
domain = {name}
owner = {name}
component = {name}
url = {name}
controller = "p{at}"
operator = "q{at}"
network = "n{at}"
source_of = "d{at}"
[application.b{at}]
name = {name}
operator = "q{at}"
end_of_support = 2020-01-01
[[link]]
id = "een{at}"
from = "a{at}"
to = "b{at}"
data = "d{at}"
protocol = {name}
standard = {name}
evidence = {name}
frequency = {name}
description = {name}
processing = "w{at}"
[[link]]
from = "b{at}"
to = "q{at}"
personal_data = true
secure = true
protocol = "ftp"
tls = "1.0"
description = {name}
[[link]]
from = "b{at}"
to = "p{at}"
[processing.w{at}]
name = {name}
purpose = {name}
controller = "p{at}"
legal_basis = "public-task"
law = [{name}]
special_category_basis = "9(2)(h)"
national_id_law = {name}
criminal_data_law = {name}
subjects = [{name}]
data = "d{at}"
retention = {name}
[agreement.g{at}]
name = {name}
kind = "processor"
parties = ["p{at}", "q{at}"]
covers = "w{at}"
document = {name}
[norm.m{at}]
text = {name}
rules = ["unsecured-link"]
status = "red"
judged = 2026-10-01
by = {name}
evidence = [{name}]
explanation = {name}
action = {name}
owner = {name}
due = 2026-10-15
[policy.o{at}]
data = "d{at}"
reason = {name}
[policy.o{at}.never_reaches]
domain = [{name}]
country_outside = "EEA"
[[acceptance]]
rule = "unsecured-link"
subject = "een{at}"
reason = {name}
by = {name}
until = 2027-01-31
[view.v{at}]
title = {name}
applications = ["a{at}"]
neighbours = 1
"#;

/// The same text where an id, a key, a word or a date should stand: hardly a table of it can be read.
pub fn broken(name: &str) -> String {
    let name = quoted(name);
    format!(
        r#"[landscape]
name = {name}
language = {name}
date = {name}
{name} = {name}
[application.csam]
name = {name}
{name} = 1
operator = {name}
[application.{name}]
name = {name}
[party.{name}]
name = {name}
[{name}.x]
name = {name}
[data.d]
name = {name}
class = {name}
[[link]]
id = {name}
from = "csam"
to = {name}
data = [{name}]
tls = {name}
authentication = {name}
network = {name}
[[link]]
from = {name}
to = {name}
[norm.{name}]
text = {name}
rules = [{name}]
status = {name}
[view.{name}]
title = {name}
applications = [{name}]
group_by = {name}
[[acceptance]]
rule = {name}
subject = {name}
reason = {name}
by = {name}
until = {name}
[rules]
{name} = {name}
# {name}
"#
    )
}
