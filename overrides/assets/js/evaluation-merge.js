// Takes forces' sheets from the reader's device, and shows the picture that they make together.
// Everything is done here: no file and no figure is sent or kept.

const merger = document.getElementById("merger");
const kit = evaluationKit;
const part = (name) => document.getElementById(`merger-${name}`);
const HERE = /** @type {HTMLScriptElement} */ (document.currentScript).src;
const DEEPEST = 100;
const SAID_EVERY = 10;

const judged = new Map();
let merged = sheetPicture.merged(kit, judged);
let reading = Promise.resolve();

// The short name of a space of names, as the scripts that decide know it.
function spaceOf(uri) {
  const oasis = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/.exec(uri ?? "");
  if (oasis) return `${oasis[1]}:`;
  if (uri === "http://www.w3.org/1999/xlink") return "xlink:";
  if (uri === "http://purl.org/dc/elements/1.1/") return "dc:";
  return uri?.startsWith("urn:") ? "other:" : "";
}

function treeOf(node, depth) {
  if (depth > DEEPEST) throw sheetZip.refused("damaged");
  const at = {};
  for (const one of node.attributes) at[spaceOf(one.namespaceURI) + one.localName] = one.value;
  const kids = [];
  for (const kid of node.childNodes) {
    if (kid.nodeType === Node.ELEMENT_NODE) kids.push(treeOf(kid, depth + 1));
    else if (kid.nodeType === Node.TEXT_NODE || kid.nodeType === Node.CDATA_SECTION_NODE) kids.push(kid.data);
  }
  return { name: spaceOf(node.namespaceURI) + node.localName, at, kids };
}

function parse(text) {
  const page = new DOMParser().parseFromString(text, "application/xml");
  return page.querySelector("parsererror") ? null : treeOf(page.documentElement, 0);
}

// Fetches the part of a long list of forces in which an id would stand. Returns whether there was more to know.
const held = new Set();
function brought(id) {
  const number = kit.parts?.findLastIndex((first) => first <= id) ?? -1;
  if (number < 0 || held.has(number)) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`evaluation-forces-${number}.js`, HERE).href;
    script.onload = () => {
      held.add(number);
      resolve(true);
    };
    script.onerror = () => {
      script.remove();
      reject(sheetZip.refused("force-unread"));
    };
    document.head.append(script);
  });
}

async function judgedFile(file) {
  if (file.size > kit.limits.file) return { code: "too-large" };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return { code: "unreadable" };
  const read = () => sheetReading.read(new Uint8Array(bytes), kit, parse);
  const found = await read();
  try {
    return found.force && (await brought(found.force)) ? read() : found;
  } catch (fault) {
    return { code: sheetZip.codeOf(fault) };
  }
}

function list(name, lines) {
  part(name).hidden = lines.length === 0;
  part(`${name}-list`).replaceChildren(...lines.map((line) => sheetShowing.element("li", line)));
}

function show() {
  merged = sheetPicture.merged(kit, judged);
  const { lines, notices, picture } = merged;
  list("faults", lines);
  list("notices", notices);
  part("again").hidden = judged.size === 0;
  part("picture").hidden = !picture;
  if (picture) part("picture-title").textContent = sheetWords.titled(picture);
  part("shown").replaceChildren(...(picture ? [sheetShowing.shown(kit, picture, 4)] : []));
  part("state").textContent = sheetWords.outcome(kit, merged);
  part("said").textContent = "";
}

// A sheet takes the place of one with its name that was refused or is the same force's. Forces may well
// send sheets of one name, so any other is kept beside it.
function nameFor(name, found) {
  const isOver = (old) => old.code || old.faults.length > 0 || old.force === found.force;
  let free = name;
  for (let copy = 2; judged.has(free) && !isOver(judged.get(free)); copy += 1) free = `${name} (${copy})`;
  return free;
}

async function take(files) {
  const bar = part("progress");
  bar.max = files.length;
  bar.value = 0;
  bar.hidden = false;
  part("picture").setAttribute("aria-busy", "true");
  for (const [at, file] of files.entries()) {
    if (at % SAID_EVERY === 0) part("state").textContent = `Reading sheet ${at + 1} of ${files.length}…`;
    const found = await judgedFile(file);
    judged.set(nameFor(file.name, found), found);
    bar.value = at + 1;
  }
  part("picture").removeAttribute("aria-busy");
  bar.hidden = true;
  show();
}

// Files that are dropped while others are being read wait for their turn.
function add(files) {
  if (files.length) reading = reading.then(() => take(files));
}

function save(name, kind, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  part("said").textContent = `Saved as ${name}.`;
}

const named = (ending) => `national-picture-${merged.picture.from}-to-${merged.picture.to}.${ending}`;

part("files").addEventListener("change", () => {
  add([...part("files").files]);
});
// The same files chosen once more are read once more: they may have been put right.
part("files").addEventListener("click", () => {
  part("files").value = "";
});
for (const name of ["dragover", "drop"]) {
  part("place").addEventListener(name, (event) => {
    event.preventDefault();
    if (name === "drop") add([...event.dataTransfer.files]);
  });
}
part("again").addEventListener("click", () => {
  reading = reading.then(() => {
    judged.clear();
    part("files").value = "";
    show();
    part("files").focus();
  });
});
part("save-page").addEventListener("click", () => {
  save(named("html"), "text/html", sheetShowing.standalone(kit, merged.picture));
});
part("save-csv").addEventListener("click", () => {
  save(named("csv"), "text/csv", sheetWords.csv(kit, merged.picture));
});
part("save-lines").addEventListener("click", () => {
  save("sheets-to-put-right.txt", "text/plain", `${merged.lines.join("\r\n")}\r\n`);
});
merger.hidden = false;
show();
