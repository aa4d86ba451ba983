//! Starts `koppelkaart lsp` for TOML in Zed; all else is the server's.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Koppelkaart;

impl zed::Extension for Koppelkaart {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree.which("koppelkaart").ok_or("`koppelkaart` is not on the PATH")?;
        Ok(Command { command, args: vec!["lsp".to_owned()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Koppelkaart);
