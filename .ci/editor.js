// editor.js SERVER FOLDER   opens every YAML file of FOLDER and scenes of typing in the language server. Prints what is
// marked and should not be, and what is not offered and should be; exit 1 then.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const [server, folder] = process.argv.slice(2);
const rpc = createRequire(server)("vscode-jsonrpc/node");

// Where ‸ stands, somebody is typing. `first` is what an editor shows first of what begins as typed; `offers` are some of
// what it shows, `only` all of it; `hover` begins what it says of the word there.
const scenes = [
  { lang: "pl", text: "nab‸", first: "nabór" },
  { lang: "pl", text: "pot‸", first: "potencjał", offers: ["potrzeby"] },
  { lang: "pl", text: "nabór:\n  profil: ‸\n", offers: ["esf-plus", "pact"] },
  { lang: "pl", text: "wniosek:\n  tytuł: ‸\n  data:\n  autorzy:\n", only: [] },
  { lang: "pl", text: "partnerzy:\n  - id: P1\n    nazwa: Fundacja Most\n    rodz‸", first: "rodzaj" },
  { lang: "pl", text: "partnerzy:\n  - id: P1\n    rodzaj: izb‸\n", first: "izba handlowa" },
  { lang: "pl", text: "partnerzy:\n  - id: P1\n    sektor: ‸\n", offers: ["sektor publiczny"] },
  { lang: "pl", text: "partnerzy:\n  - id: P1\n    oświadczenie_o_niewykluczeniu: ‸\n", only: ["nie", "tak"] },
  { lang: "pl", text: "partnerzy:\n  - id: P1\n    rod‸zaj: OPS\n", hover: "Rodzaj" },
  { lang: "pl", text: "wniosek:\n  data: 31.01.2027\n  języki: pl\npartnerstwo:\n  okres:\n    od: 31 stycznia 2027 r.\n    do:\n" },
  { lang: "pl", text: "strategie:\n  - id: S1\n    tytuł: Plan\n    poziom: wojewódzki\n    obowiązuje:\n      od: 2021\n      do: bezterminowo\n" },
  { lang: "pl", text: "cele:\n  - id: O1\n    tytuł:\n    potrzeby: N1\n    do: listopad 2026\npotrzeby:\ndowody:\n  - id: E1\n    rodzaj: ankieta\n" },
  { lang: "pl", text: "Budżet:\n  razem: 12 500,50 zł\n  pozycje:\n    - id: B1\n      kwota: 12500.50\n" },
  { lang: "pl", text: "partners:\n  - id: P1\n    name: Fundacja Most\n    Rodzaj: fundacja\n    gains: spokój\n" },
  { lang: "en", text: "ne‸", first: "needs" },
  { lang: "en", text: "partners:\n  - id: P1\n    kind: trade‸\n", first: "trade_union" },
  { lang: "en", text: "partnerzy:\n  - id: P1\n    name:\n    founding: tak\n    fo‸", first: "foreign" },
];

async function main() {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const line = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  const waiting = new Map();
  line.onNotification("textDocument/publishDiagnostics", (told) => waiting.get(told.uri)?.(told.diagnostics));
  const settings = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
  line.onRequest("workspace/configuration", ({ items }) => items.map((item) => (item.section === "yaml" ? settings : null)));
  line.onRequest("client/registerCapability", () => null);
  line.onUnhandledNotification(() => {});
  line.listen();
  await line.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } });
  await line.sendNotification("initialized", {});
  const open = (uri, text) => new Promise((told) => {
    waiting.set(uri, told);
    line.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  });
  const ask = (what, uri, position) => line.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position });

  let faults = 0;
  const fault = (words) => { faults += 1; console.error(`FAIL ${words}`); };
  const say = ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message.replace(/\s+/g, " ")}`;
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".yaml")).sort();
  for (const file of files) {
    const [at, text] = [path.join(folder, file), fs.readFileSync(path.join(folder, file), "utf8")];
    if (!text.includes("# yaml-language-server: $schema=") && !file.includes("templates")) fault(`${file}: no schema`);
    for (const marked of await open(pathToFileURL(at).href, text)) fault(`${file}:${say(marked)}`);
  }
  for (const [number, { lang, text, first, offers, only, hover }] of scenes.entries()) {
    const name = `scene ${number + 1} (${JSON.stringify(text)})`;
    const uri = pathToFileURL(path.join(folder, `new-${lang}/letter/scene-${number}.yaml`)).href;
    const whole = "# yaml-language-server: $schema=pakt.schema.json\n" + text;
    const before = whole.split("‸")[0].split("\n");
    const position = { line: before.length - 1, character: before.at(-1).length };
    const typing = whole.includes("‸");
    const bare = whole.replace("‸", "");
    // A key without its colon is marked by every parser; nothing else may be.
    const half = typing && !bare.split("\n")[position.line].includes(":");
    for (const marked of await open(uri, bare)) {
      if (!half || marked.range.start.line !== position.line) fault(`${name}: ${say(marked)}`);
    }
    if (!typing) continue;
    if (hover) {
      const said = JSON.stringify((await ask("hover", uri, position))?.contents ?? "");
      if (!said.includes(hover)) fault(`${name}: the hover says ${said}`);
      continue;
    }
    const list = await ask("completion", uri, position);
    const all = (list.items ?? list ?? []).map((item) => item.label).sort((a, b) => a.localeCompare(b, lang));
    const typed = /[^\s:]*$/.exec(before.at(-1))[0];
    const shown = all.filter((label) => label.startsWith(typed));
    if (first && shown[0] !== first) fault(`${name}: first comes ${shown[0]}, not ${first}; ${all.join(", ")}`);
    for (const one of offers ?? []) if (!all.includes(one)) fault(`${name}: ${one} is not offered; ${all.join(", ")}`);
    if (only && all.join() !== only.join()) fault(`${name}: offered is ${all.join(", ")}`);
  }
  line.dispose();
  child.kill();
  console.log(`editor: ${files.length} files and ${scenes.length} scenes, ${faults} faults`);
  process.exit(faults ? 1 : 0);
}

main();
