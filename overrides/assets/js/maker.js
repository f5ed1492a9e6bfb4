// The poster maker's form. What is typed goes on the sheet beside it and nowhere else: nothing is
// kept and nothing is sent. An address may choose the design, force, size and language to begin with;
// it never changes, since browsers fetch a page's icon again when it does.
const part = (name) => document.getElementById(`maker-${name}`);
const TYPED = ["team", "mailbox", "phone", "place"];
const QUIET = 700;
const pages = new CSSStyleSheet();
const refusals = new Map();
const own = new Map();
let sheet = null;
let saying = 0;

const byId = (list, id) => list.find((one) => one.id === id);
const design = () => byId(posterMaker.designs, part("design").value);
const force = () => byId(posterMaker.forces, part("force").value);
const size = () => posterMaker.sizes[part("size").value];
const spoken = () => design().sheets.filter((one) => one.kind === size().kind);
const variant = () => spoken().find((one) => one.language === part("language").value);

function offer(name, choices, wanted) {
  const list = part(name);
  const before = wanted ?? list.value;
  list.replaceChildren(...choices.map(([value, words]) => new Option(words, value)));
  if (choices.some(([value]) => value === before)) list.value = before;
  list.closest("p").hidden = choices.length < 2;
}

function offerSheets(wanted = {}) {
  const sizes = design().sizes.map((one) => [one, posterMaker.sizes[one].name]);
  offer("size", sizes, wanted.size);
  const sheets = spoken().filter((one) => one.language in force().urgent);
  offer("language", sheets.map((one) => [one.language, one.name]), wanted.language);
}

// A field's words as the poster may show them, or why it may not.
function judged(name) {
  const typed = part(name).value.normalize("NFC");
  if (!typed.trim()) return {};
  const long = contactRules.tooLong(typed, posterMaker.rules.room[name]);
  if (long) return { refusal: long, atOnce: true };
  if (name === "mailbox") {
    return force().id ? contactRules.forceMailbox(typed) : contactRules.mailbox(typed);
  }
  return name === "phone" ? contactRules.phone(typed) : contactRules.text(typed);
}

// Puts a message and its remedy together as `peerhub check` does.
function sentences({ message, remedy }) {
  return `${message}${/[.?!]$/.test(message) ? "" : "."} ${remedy}`;
}

// Shows or takes back why a field is refused, in words that belong to the field.
function refuse(name, refusal) {
  const box = part(`${name}-fault`);
  const words = refusal ? sentences(refusal) : "";
  if (box.textContent !== words) box.textContent = words;
  box.hidden = !words;
  part(name).setAttribute("aria-invalid", String(Boolean(words)));
  if (words) refusals.set(name, words);
  else refusals.delete(name);
}

function words(found) {
  const shown = { intranet: force().intranet };
  for (const name of ["mailbox", "phone", "place"]) shown[name] = found[name]?.value;
  shown.force = [force().line, found.team?.value].filter(Boolean).join(" · ");
  return shown;
}

// Which typed words to give up when a place holds too many.
function least(place, found) {
  if (place === "force") return "team";
  const length = (name) => found[name]?.value?.length ?? 0;
  return ["mailbox", "phone", "place"].reduce((a, b) => (length(b) > length(a) ? b : a));
}

function draw(found) {
  for (;;) {
    const shown = words(found);
    const made = posterSheet.made(variant(), force(), shown, force().pages[design().id]);
    part("paper").replaceChildren(made);
    const place = posterSheet.overfull(made, shown);
    const name = place && least(place, found);
    if (!name || !found[name]?.value) return made;
    found[name] = { refusal: contactRules.refusal("no-fit"), atOnce: true };
  }
}

function fitPaper() {
  const { width, height, enlarged } = size();
  const paper = part("paper");
  const [wide, high] = [sheet.offsetWidth, sheet.offsetHeight];
  const sides = Number(sheet.dataset.sides ?? 1);
  const given = {
    "--paper-width": `${width}mm`,
    "--paper-height": `${height}mm`,
    "--enlarged": enlarged,
    "--sheet-shape": wide / high,
    "--side-shape": (wide * sides) / high,
  };
  for (const [name, value] of Object.entries(given)) paper.style.setProperty(name, String(value));
  paper.dataset.sided = String("sides" in sheet.dataset);
  if (paper.clientWidth) {
    const shown = Math.min(paper.clientWidth / wide, onWholeScreen() ? paper.clientHeight / high : Infinity);
    paper.style.setProperty("--shown", String(shown));
    paper.style.setProperty("--beside", `${(paper.clientWidth - wide * shown) / 2}px`);
    paper.style.setProperty("--above", `${onWholeScreen() ? (paper.clientHeight - high * shown) / 2 : 0}px`);
  }
  pages.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`);
}

const onWholeScreen = () => document.fullscreenElement === part("paper");

// What the size is for, and for a screen the way to fill one.
function use() {
  part("use").textContent = size().use;
  part("whole").hidden = size().kind !== "screen" || !document.fullscreenEnabled;
}

function told() {
  const [leave, why] = force().may[design().id];
  const rule = part("rule");
  rule.className = `maker-rule${leave ? ` leave leave-${leave}` : ""}`;
  rule.textContent = why;
}

function say() {
  clearTimeout(saying);
  saying = setTimeout(() => {
    const names = [force().line, part("team").value.trim()].filter(Boolean);
    const shown = [design().title, size().name, ...(refusals.has("team") ? [force().line] : names)];
    const faults = [...refusals].map(([name, why]) => `${part(name).labels[0].textContent}: ${why}`);
    part("said").textContent = [
      `The preview shows: ${shown.filter(Boolean).join(", ")}.`,
      faults.length ? `Left out: ${faults.join(" ")}` : "",
    ].join(" ").trim();
  }, QUIET);
}

// While somebody is typing only what cannot become right by typing on is refused at once.
function show(typing = "") {
  const found = Object.fromEntries(TYPED.map((name) => [name, judged(name)]));
  sheet = draw(found);
  for (const name of TYPED) {
    const { refusal, atOnce } = found[name];
    if (!refusal || atOnce || name !== typing || refusals.has(name)) refuse(name, refusal);
  }
  fitPaper();
  use();
  told();
  say();
}

// A force's own confirmed ways stand in the fields until somebody types there.
function fillIn() {
  for (const name of ["mailbox", "phone"]) {
    if (part(name).value === (own.get(name) ?? "")) part(name).value = force()[name] ?? "";
    own.set(name, force()[name] ?? "");
  }
}

// Says that the device remembers a force, with a way to forget it.
function remembered() {
  const every = [...posterMaker.forces, ...Object.values(posterMaker.held ?? {}).flat()];
  const kept = byId(every, keptForce.recall() || null);
  part("kept").hidden = !kept;
  part("kept-force").textContent = kept ? `This device remembers ${kept.name}.` : "";
}

// Fetches a script that is not always needed, from beside this one.
const HERE = /** @type {HTMLScriptElement} */ (document.currentScript).src;
function makerFetched(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(name, HERE).href;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(name));
    };
    document.head.append(script);
  });
}

function offerForces(wanted) {
  const forces = posterMaker.forces.map((one) => [one.id, one.name || "Another organisation"]);
  offer("force", forces, wanted);
}

// Fetches the sheets of the chosen language, the first time that it is chosen. Where they cannot be
// had the choice falls back to the first language, and says so.
async function fetchSheets() {
  const wanted = variant();
  if (!wanted || wanted.html) return;
  const { language } = wanted;
  part("paper").setAttribute("aria-busy", "true");
  try {
    if (!posterMaker.spoken[language]) await makerFetched(`maker-sheets-${language}.js`);
  } catch {
    part("language").selectedIndex = 0;
    missing(wanted.name);
    return;
  } finally {
    part("paper").removeAttribute("aria-busy");
  }
  const held = posterMaker.spoken[language];
  Object.assign(posterMaker.art, held.art);
  for (const one of posterMaker.designs) {
    for (const sheet of one.sheets) {
      if (sheet.language === language) Object.assign(sheet, held.sheets[`${one.id} ${sheet.kind}`]);
    }
  }
}

// Says below the choice of language that one did not load.
function missing(name) {
  const fault = document.createElement("p");
  fault.className = "maker-fault";
  fault.setAttribute("role", "alert");
  fault.textContent = `The sheets in ${name} did not load. See that you are connected, then choose them again.`;
  part("language").closest("p").after(fault);
  part("language").addEventListener("change", () => fault.remove(), { once: true });
}

// Shows what another choice of forces has changed.
async function changedForces() {
  offerForces("");
  offerSheets();
  fillIn();
  await fetchSheets();
  show();
}

async function start() {
  const asked = new URLSearchParams(location.search);
  const [wanted, kept] = [asked.get("force"), keptForce.recall()];
  if (posterMaker.parts) {
    await makerFetched("maker-parts.js");
    await makerParts.begin(part("force"), wanted, kept, changedForces);
  }
  offer("design", posterMaker.designs.map((one) => [one.id, one.title]), asked.get("design"));
  offerForces(wanted ?? kept);
  offerSheets({ size: asked.get("size"), language: asked.get("language") });
  document.adoptedStyleSheets.push(pages);
  part("form").hidden = false;
  part("preview").hidden = false;
  part("plain").hidden = true;
  document.body.classList.add("makes-posters");
  fillIn();
  remembered();
  await fetchSheets();
  show();
}

part("forget").addEventListener("click", () => {
  keptForce.keep("");
  remembered();
  part("force").focus();
});
part("form").addEventListener("input", (event) => {
  const name = event.target.id.replace("maker-", "");
  if (TYPED.includes(name)) show(name);
});
part("form").addEventListener("change", async (event) => {
  const name = event.target.id.replace("maker-", "");
  if (["design", "force"].includes(name)) offerSheets();
  if (name === "force") fillIn();
  await fetchSheets();
  show();
});
part("form").addEventListener("submit", (event) => event.preventDefault());
part("clear").addEventListener("click", () => {
  for (const name of TYPED) part(name).value = "";
  own.clear();
  show();
  part("team").focus();
});
part("print").addEventListener("click", async () => {
  await fetchSheets();
  window.print();
});
part("whole").addEventListener("click", () => part("paper").requestFullscreen());
window.addEventListener("beforeprint", () => {
  posterSheet.toPaper(sheet);
  if (size().cut) part("paper").replaceChildren(...posterSheet.imposed(sheet, size()));
});
window.addEventListener("afterprint", () => {
  posterSheet.toScreen(sheet);
  part("paper").replaceChildren(sheet);
});
new ResizeObserver(() => sheet && fitPaper()).observe(part("paper"));
start().then(() => document.fonts.ready).then(() => show());
