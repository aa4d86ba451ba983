//! A landscape that can be read, made of any bytes: plain ones hardly ever get that far.

use std::fmt::Write as _;

/// Pieces of names that mean something to somebody.
const PIECES: [&str; 32] = [
    "a",
    " ",
    "é",
    "🏛",
    "\"",
    "'",
    "<",
    ">",
    "&",
    "|",
    "`",
    "[x](y)",
    "@x",
    "#1",
    "::error::",
    "##[",
    "%0A",
    "=1",
    "\n",
    "\r\n",
    "\t",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200b}",
    "\u{2028}",
    "\\N",
    "]]>",
    "-->",
    "${x}",
    "://",
    "\0",
    "W",
];

/// Takes numbers out of bytes; none left is noughts.
struct Dice<'a>(&'a [u8]);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first) % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    /// A name of a few pieces as TOML quotes it; now and then a long one.
    fn name(&mut self) -> String {
        toml::Value::String(self.pieces()).to_string()
    }

    /// The same, with something in it that shows: a landscape without a name is one that can't be read.
    fn visible_name(&mut self) -> String {
        toml::Value::String(self.pieces() + "W").to_string()
    }

    fn pieces(&mut self) -> String {
        let count = 1 + self.roll(6);
        let name: String = (0..count).map(|_| self.pick(&PIECES)).collect();
        if self.roll(40) == 39 { name.repeat(500) } else { name }
    }
}

/// A landscape of up to twelve applications and twenty links, with views, and names of all sorts.
pub fn landscape(data: &[u8]) -> String {
    let mut dice = Dice(data.get(1..).unwrap_or_default());
    let lang = dice.pick(&["nl", "en"]);
    let mut text = format!("[landscape]\nname = {}\nlanguage = \"{lang}\"\n", dice.visible_name());
    let (applications, parties) = (1 + dice.roll(12), 1 + dice.roll(3));
    for number in 0..parties {
        let kind =
            dice.pick(&["municipality", "government", "supplier", "care-provider", "data-subject", "other"]);
        let country = dice.pick(&["NL", "US", "GB", "BR"]);
        writeln!(
            text,
            "[party.p{number}]\nname = {}\nkind = \"{kind}\"\ncountry = \"{country}\"",
            dice.name()
        )
        .unwrap();
    }
    let class = dice.pick(&["personal", "special-category", "criminal", "national-id", "non-personal"]);
    writeln!(text, "[data.d]\nname = {}\nclass = \"{class}\"", dice.name()).unwrap();
    for number in 0..applications {
        let (name, domain, party) = (dice.name(), dice.roll(4), dice.roll(parties));
        writeln!(text, "[application.a{number}]\nname = {name}\noperator = \"p{party}\"").unwrap();
        if domain > 0 {
            writeln!(text, "domain = {}", if domain > 2 { dice.name() } else { format!("'D{domain}'") })
                .unwrap();
        }
        if dice.roll(5) == 4 {
            text.push_str("source_of = \"d\"\n");
        }
    }
    writeln!(text, "[processing.w]\nname = {}\npurpose = {}\ndata = \"d\"", dice.name(), dice.name())
        .unwrap();
    for _ in 0..dice.roll(21) {
        link(&mut dice, applications, parties, &mut text);
    }
    if dice.roll(2) == 1 {
        view(&mut dice, &mut text);
    }
    text
}

fn link(dice: &mut Dice<'_>, applications: usize, parties: usize, text: &mut String) {
    let mut end = || match dice.roll(8) {
        7 => format!("p{}", dice.roll(parties)),
        _ => format!("a{}", dice.roll(applications)),
    };
    let (from, to) = (end(), end());
    writeln!(text, "[[link]]\nfrom = \"{from}\"\nto = \"{to}\"").unwrap();
    match dice.roll(4) {
        0 => text.push_str("data = \"d\"\nprocessing = \"w\"\n"),
        1 => text.push_str("personal_data = true\ncontroller = \"p0\"\n"),
        2 => text.push_str("personal_data = false\nlifecycle = \"retired\"\n"),
        _ => {}
    }
    match dice.roll(4) {
        0 => writeln!(text, "protocol = {}", dice.name()).unwrap(),
        1 => text.push_str("secure = true\nprotocol = \"https\"\ntls = \"1.3\"\n"),
        2 => text.push_str("secure = false\nprotocol = \"ftp\"\n"),
        _ => {}
    }
    if dice.roll(4) == 3 {
        writeln!(text, "description = {}", dice.name()).unwrap();
    }
}

fn view(dice: &mut Dice<'_>, text: &mut String) {
    let group = dice.pick(&["domain", "controller", "operator", "network", "none"]);
    let (links, direction) = (dice.pick(&["each", "merged"]), dice.pick(&["right", "down"]));
    let audience = dice.pick(&["internal", "public"]);
    writeln!(
        text,
        "[view.v]\ntitle = {}\ngroup_by = \"{group}\"\nlinks = \"{links}\"\ndirection = \"{direction}\"\n\
         audience = \"{audience}\"",
        dice.name()
    )
    .unwrap();
    if dice.roll(3) == 2 {
        writeln!(text, "applications = [\"a0\"]\nneighbours = {}", dice.roll(3)).unwrap();
    }
}
