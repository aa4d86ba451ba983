// Starts `koppelkaart lsp` for the opened folder and hands it every TOML file; all else is the server's.
// It starts by itself where a folder `landscape` has TOML in it, elsewhere by its command.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

async function start() {
  await stop();
  const command = vscode.workspace.getConfiguration("koppelkaart").get("command", "koppelkaart");
  const server = { command, args: ["lsp"], transport: TransportKind.stdio };
  const options = { documentSelector: [{ scheme: "file", language: "toml" }, { scheme: "file", pattern: "**/*.toml" }] };
  client = new LanguageClient("koppelkaart", "Koppelkaart", server, options);
  await client.start();
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

exports.activate = async (context) => {
  context.subscriptions.push(vscode.commands.registerCommand("koppelkaart.restart", start));
  await start();
};

exports.deactivate = stop;
