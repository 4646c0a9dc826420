// axe.js AXE FOLDER [PICTURES]   opens every HTML page of FOLDER in a headless Chromium, at two widths. Prints what axe-core
// finds and what is wider than the window; exit 1 then. With PICTURES, keeps a picture of each page there.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [axe, folder, pictures] = process.argv.slice(2);
const WIDTHS = [1280, 360];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

async function main() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "axe-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const browser = spawn("chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , into, out] = browser.stdio;
  const [asked, events] = [new Map(), new Map()];
  let [number, rest] = [0, ""];
  out.on("data", (bytes) => {
    const said = (rest + bytes).split("\0");
    rest = said.pop();
    for (const { id, result, error, method } of said.map((text) => JSON.parse(text))) {
      if (id) asked.get(id)(error ? Promise.reject(new Error(error.message)) : result);
      else events.get(method)?.();
    }
  });
  let sessionId;
  const ask = (method, params = {}) => new Promise((told) => {
    asked.set(++number, told);
    into.write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
  });
  const run = async (expression) => (await ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })).result.value;
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  ({ sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true }));
  await ask("Page.enable");
  await ask("Page.setBypassCSP", { enabled: true });

  const script = fs.readFileSync(axe, "utf8");
  const pages = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".html")).sort();
  let faults = 0;
  const fault = (words) => { faults += 1; console.error(`FAIL ${words}`); };
  for (const page of pages) {
    const loaded = new Promise((told) => events.set("Page.loadEventFired", told));
    await ask("Page.navigate", { url: pathToFileURL(path.join(folder, page)).href });
    await loaded;
    for (const width of WIDTHS) {
      await ask("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      const wide = await run("document.documentElement.scrollWidth");
      if (wide > width) fault(`${page}: ${wide} pixels wide in a window of ${width}`);
      if (pictures) {
        const { data } = await ask("Page.captureScreenshot", { captureBeyondViewport: true });
        fs.writeFileSync(path.join(pictures, `${page.replaceAll("/", "-")}.${width}.png`), data, "base64");
      }
    }
    await run(script + ";0");
    const found = await run(`axe.run({ runOnly: ${JSON.stringify(RULES)} }).then((told) => told.violations.map(
      (one) => one.id + ": " + one.nodes.slice(0, 2).map((node) => node.target + " " + node.failureSummary).join(" | ")))`);
    if (!Array.isArray(found)) fault(`${page}: axe did not run`);
    else for (const words of found) fault(`${page}: ${words.replace(/\s+/g, " ").slice(0, 400)}`);
  }
  const gone = new Promise((told) => browser.on("exit", told));
  browser.kill();
  await gone;
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  console.log(`axe: ${pages.length} pages at ${WIDTHS.join(" and ")} pixels, ${faults} faults`);
  process.exit(faults || !pages.length ? 1 : 0);
}

main();
