// Says of files whether they are ours and current. Each is read here, in the browser, and goes nowhere.

const hub = new URL("../../", location.href);
const place = document.getElementById("verifier-place");
const chosen = document.getElementById("verifier-files");
const state = document.getElementById("verifier-state");
const found = document.getElementById("verifier-found");
const fetched = new Map();

// The list of our files comes when it is first needed, as a script, so that a page on a disk can load it too.
function script(path) {
  if (!fetched.has(path)) {
    const coming = new Promise((resolve, reject) => {
      const one = document.createElement("script");
      one.src = new URL(path, hub).href;
      one.onload = () => resolve();
      one.onerror = () => {
        fetched.delete(path);
        reject(new Error("no list"));
      };
      document.head.append(one);
    });
    fetched.set(path, coming);
  }
  return fetched.get(path);
}

// Returns what is known of files with a digest: a long list is in parts, by its first digits. Which parts there are is
// said, since one that is not there looks like one that cannot be had.
async function list(digest) {
  await script("about/verify/known.js");
  if (!hubKnown.digits) return hubKnown;
  const start = digest.slice(0, hubKnown.digits);
  if (hubKnown.starts.includes(start)) await script(`about/verify/known/${start}.js`);
  return { hub: hubKnown.hub, current: {}, old: {}, ...hubKnown.parts[start] };
}

const named = (path) => path.slice(path.lastIndexOf("/") + 1);
const lasting = (path) => path.replace(/^20\d\d\.\d+\//, "");

// Says whether a file names us: its bytes hold our name, as every PDF of ours does.
function namesUs(bytes, name) {
  const seek = [...name].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(seek[0]); at >= 0; at = bytes.indexOf(seek[0], at + 1)) {
    if (seek.every((code, i) => bytes[at + i] === code)) return true;
  }
  return false;
}

// Returns what a file is: a kind, its words, and the path of what is current.
/** @returns {[string, string, string]} */
function judged(name, bytes, digest, known) {
  const paths = Object.values(known.current).map(([path]) => path);
  const now = known.current[digest];
  if (now) return ["current", `Ours, and current. ${now[1] || "It is a file of the hub"}.`, now[0]];
  const was = known.old[digest];
  if (was) {
    const [path, until] = was;
    const when = until ? `last served with what is dated ${until}` : `of edition ${path.split("/")[0]}`;
    const today = paths.includes(lasting(path)) ? lasting(path) : "";
    return ["old", `Ours, but not current: it is ${when}. Do not use it.`, today];
  }
  const namesake = paths.find((path) => named(path) === name);
  if (namesake || namesUs(bytes, known.hub)) {
    const why =
      "Not as we published it. It calls itself ours, but it was changed, or it is older than this list knows. Do not use it.";
    return ["changed", why, namesake ?? ""];
  }
  return ["strange", "Not ours. No file of the hub has these bytes, and it does not name us.", ""];
}

function line(name, [kind, words, path]) {
  const item = document.createElement("li");
  item.className = `verifier-${kind}`;
  const title = document.createElement("strong");
  title.textContent = name;
  item.append(title, ` ${words}`);
  if (kind !== "strange") {
    const link = document.createElement("a");
    link.href = new URL(path || "materials/", hub).href;
    link.textContent = path ? (kind === "current" ? "Where it stands" : "Get the current one") : "See what is current";
    item.append(" ", link);
  }
  return item;
}

async function check(files) {
  state.textContent = "Reading…";
  try {
    const lines = [];
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const digest = (await sha256.of(bytes)).slice(0, 32);
      lines.push(line(file.name, judged(file.name, bytes, digest, await list(digest))));
    }
    found.replaceChildren(...lines);
    const edition = document.getElementById("stamp").textContent.replace(/^E/, "e");
    state.textContent = `Checked against ${edition}.`;
  } catch {
    state.textContent = "This could not be checked here. Load the page again, and choose the files once more.";
  }
}

document.getElementById("verifier").hidden = false;
chosen.addEventListener("change", () => check([...chosen.files]));
for (const name of ["dragover", "drop"]) {
  place.addEventListener(name, (event) => {
    event.preventDefault();
    if (name === "drop" && event.dataTransfer.files.length) check([...event.dataTransfer.files]);
  });
}
