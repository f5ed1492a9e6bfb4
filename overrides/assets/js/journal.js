// The private journal. Its words stay in this browser: nothing here sends anything anywhere.
// Nothing is stored either, unless the person switches keeping on. What is kept goes when the person
// switches it off or erases, and by nothing else: another window may be the one that keeps.

const KEY = "peer-support-hub-journal";
const UNKEPT = "Nothing is kept. Your words go when you close or leave this page.";
const KEPT =
  "Kept in this browser. Anyone who can use it, and perhaps your employer on a work device, could read them.";
const BLOCKED = "This browser does not allow keeping. Your words go when you close or leave this page.";
const DRAFT = "Not yet added to your pages";
const ERASED = "Erased. Nothing is left here, and nothing is kept in this browser.";
const ERASING = "Erased. For ten seconds you can bring it back.";
const BACK = "Your words are back.";
const ADDED = "Added to your pages.";
const NOTHING = "Write some words first, then add them.";
const SECONDS = 10;

const at = (name) => document.getElementById(`journal-${name}`);
const keep = at("keep");
const words = at("words");
const chosen = at("prompt");
let pages = [];
let erased = null;
let ending = 0;

const dated = (day) =>
  new Date(day).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(found?.pages) ? found : null;
  } catch {
    return null;
  }
}

function settle() {
  let state = keep.checked ? KEPT : UNKEPT;
  try {
    if (keep.checked) localStorage.setItem(KEY, JSON.stringify({ pages, draft: words.value }));
  } catch {
    state = BLOCKED;
    keep.checked = false;
  }
  at("state").textContent = state;
}

function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that allows no keeping has nothing to forget.
  }
}

// Another window may have kept pages of its own since this one was opened: both stay.
function join(found) {
  const here = new Set(pages.map((page) => page.day));
  pages = [...pages, ...found.pages.filter((page) => !here.has(page.day))];
  pages.sort((one, other) => other.day.localeCompare(one.day));
  const drafts = [words.value, found.draft].map((draft) => draft?.trim()).filter(Boolean);
  words.value = [...new Set(drafts)].join("\n\n");
}

function turn() {
  if (keep.checked) join(stored() ?? { pages: [] });
  else forget();
  settle();
  show();
}

function write() {
  if (keep.checked) settle();
  offer();
}

// There is something to take away as soon as a word is written.
function offer() {
  at("take").hidden = pages.length === 0 && !words.value.trim();
}

function show() {
  at("pages").replaceChildren(...pages.map(leaf));
  at("pages").hidden = pages.length === 0;
  at("none").hidden = pages.length > 0;
  offer();
}

function leaf(page, number) {
  const item = document.createElement("li");
  const day = document.createElement("h3");
  day.textContent = dated(page.day);
  const asked = document.createElement("p");
  asked.className = "journal-asked";
  asked.textContent = page.prompt;
  asked.hidden = !page.prompt;
  const said = document.createElement("p");
  said.className = "journal-said";
  said.textContent = page.words;
  const gone = document.createElement("button");
  gone.type = "button";
  gone.className = "button button-quiet";
  gone.textContent = "Take this page out";
  gone.setAttribute("aria-label", `Take this page out: ${dated(page.day)}`);
  gone.addEventListener("click", () => {
    pages.splice(number, 1);
    settle();
    show();
    at("pages-title").focus();
  });
  item.append(day, asked, said, gone);
  return item;
}

function ask() {
  at("asked").textContent = chosen.value;
  at("asked").hidden = !chosen.value;
}

function add() {
  const written = words.value.trim();
  if (!written) {
    say(NOTHING);
    words.focus();
    return;
  }
  pages.unshift({ day: new Date().toISOString(), prompt: chosen.value, words: written });
  words.value = chosen.value = "";
  ask();
  settle();
  show();
  say(ADDED);
  words.focus();
}

// What is said twice is announced twice.
function say(told) {
  at("told").textContent = "";
  setTimeout(() => { at("told").textContent = told; }, 50);
}

// What is erased is kept nowhere but on this page, for ten seconds, in case it was a slip.
function erase() {
  erased = { pages, words: words.value, prompt: chosen.value, keep: keep.checked };
  pages = [];
  words.value = chosen.value = "";
  keep.checked = false;
  forget();
  ask();
  settle();
  at("state").textContent = ERASED;
  show();
  say(ERASING);
  at("back").hidden = false;
  at("back").focus();
  clearTimeout(ending);
  ending = setTimeout(forgetErased, SECONDS * 1000);
}

function forgetErased() {
  const isHere = document.activeElement === at("back");
  erased = null;
  at("back").hidden = true;
  at("told").textContent = "";
  if (isHere) words.focus();
}

function bringBack() {
  if (!erased) return;
  clearTimeout(ending);
  pages = [...pages, ...erased.pages];
  words.value = [words.value, erased.words].filter(Boolean).join("\n\n");
  chosen.value = erased.prompt;
  keep.checked = erased.keep;
  erased = null;
  at("back").hidden = true;
  ask();
  settle();
  show();
  say(BACK);
  words.focus();
}

function take() {
  const draft = { prompt: chosen.value, words: words.value.trim() };
  const text = [...(draft.words ? [draft] : []), ...pages]
    .map((page) => [page.day ? dated(page.day) : DRAFT, page.prompt, page.words].filter(Boolean).join("\n\n"))
    .join("\n\n* * *\n\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain;charset=utf-8" }));
  link.download = "journal.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function lay(found) {
  pages = found?.pages ?? [];
  words.value = found?.draft ?? "";
  keep.checked = Boolean(found);
  at("state").textContent = found ? KEPT : UNKEPT;
  ask();
  show();
}

keep.addEventListener("change", turn);
words.addEventListener("input", write);
chosen.addEventListener("change", ask);
at("add").addEventListener("click", add);
at("erase").addEventListener("click", erase);
at("back").addEventListener("click", bringBack);
at("export").addEventListener("click", take);
at("print").addEventListener("click", () => window.print());
// Erasing in one window erases in all of them.
addEventListener("storage", (change) => {
  if (keep.checked && (change.key === KEY || change.key === null)) lay(stored());
});

at("pages-title").tabIndex = -1;
lay(stored());
document.getElementById("journal").hidden = false;
