// The search page: what was asked for, what is found, and suggestions while typing. Nothing leaves the browser.

const BEST = 5;
const EACH = 4;
const PARTS = 3;
const MOST = 6; // suggestions
const NAMES = {
  help: "Help and helplines",
  training: "Training and leadership",
  guidance: "Guidance",
  forces: "Forces",
  posters: "Posters",
  events: "Events",
  about: "About and evidence",
  files: "Files to download",
};

const root = new URL("../../", document.currentScript.src);
const onDisk = root.protocol === "file:";
const field = document.getElementById("seek");
const count = document.getElementById("seek-count");
const best = document.getElementById("found");
const kindsNav = document.getElementById("found-kinds");
const groups = document.getElementById("found-groups");
const care = document.getElementById("seek-care");
const tips = document.getElementById("seek-tips");
const listbox = document.getElementById("seek-list");
const title = document.title;
let opening;

// The index comes when it is first needed, as a script, so that a page on a disk can load it too.
function index() {
  opening ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("search/index.js", root).href;
    script.onload = () => resolve(searchIndex.open(hubIndex));
    script.onerror = () => {
      opening = undefined;
      reject(new Error("no index"));
    };
    document.head.append(script);
  });
  return opening;
}

const state = () => {
  const asked = new URLSearchParams(location.search);
  return { words: (asked.get("q") ?? "").trim(), kind: asked.get("kind") ?? "" };
};

function address({ words, kind }) {
  const query = new URLSearchParams({ q: words });
  if (kind) query.set("kind", kind);
  return `?${query}`;
}

async function answer({ words, kind }) {
  for (const one of document.querySelectorAll('input[name="q"]')) one.value = words;
  document.title = words ? `${words} – ${title}` : title;
  if (!words) return show([], { words, kind });
  count.textContent = "Searching …";
  try {
    const open = await index();
    care.classList.toggle("is-first", searchWords.isCrisis(words, open.packed.crisis, open.packed.unless));
    show(searchIndex.find(open, words), { words, kind });
  } catch {
    count.textContent = "The search could not load its index. Check your connection, then search again.";
  }
}

function show(pages, { words, kind }) {
  const kinds = Map.groupBy ? Map.groupBy(pages, (page) => page.kind) : grouped(pages);
  const chosen = kinds.has(kind) ? kind : "";
  const shown = chosen ? kinds.get(chosen) : pages;
  count.textContent = words ? said(shown.length, words, chosen) : "";
  best.replaceChildren(...shown.slice(0, chosen ? undefined : BEST).map((page) => result(page, { named: !chosen })));
  best.hidden = !shown.length;
  kindsNav.replaceChildren(...(kinds.size > 1 ? choices(kinds, words, chosen, pages.length) : []));
  kindsNav.hidden = kinds.size < 2;
  groups.replaceChildren(...(chosen ? [] : [...kinds].flatMap(([name, all]) => group(name, all, pages, words))));
  tips.hidden = !words || Boolean(pages.length);
}

function grouped(pages) {
  const kinds = new Map();
  for (const page of pages) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  return kinds;
}

function said(number, words, kind) {
  if (!number) return `Nothing found for “${words}”.`;
  const results = number === 1 ? "1 result" : `${number} results`;
  return `${results} for “${words}”${kind ? ` in ${NAMES[kind]}` : ""}.`;
}

function choices(kinds, words, chosen, number) {
  const list = element("ul");
  const all = [["", number], ...[...kinds].map(([kind, pages]) => [kind, pages.length])];
  for (const [kind, many] of all) {
    const item = element("li");
    const choice = element("a", "", `${NAMES[kind] ?? "Everything"} `);
    choice.href = address({ words, kind });
    choice.append(element("span", "found-number", String(many)));
    if (kind === chosen) choice.setAttribute("aria-current", "true");
    choice.addEventListener("click", (event) => go(event, { words, kind }));
    item.append(choice);
    list.append(item);
  }
  return [list];
}

// What a kind holds beyond the best results, which stand above already.
function group(kind, all, pages, words) {
  const rest = all.filter((page) => pages.indexOf(page) >= BEST);
  if (!rest.length) return [];
  const section = element("section", "found-group");
  const heading = element("h2", "", `${NAMES[kind]} `);
  heading.append(element("span", "found-number", String(all.length)));
  const list = element("ol", "found");
  list.append(...rest.slice(0, EACH).map((page) => result(page, { named: false })));
  section.append(heading, list);
  if (rest.length > EACH) {
    const more = element("p");
    const link = element("a", "", `All ${all.length} in ${NAMES[kind]}`);
    link.href = address({ words, kind });
    link.addEventListener("click", (event) => go(event, { words, kind }));
    more.append(link);
    section.append(more);
  }
  return [section];
}

function result(page, { named = true } = {}) {
  const item = element("li");
  const heading = element("p", "found-title");
  heading.append(link(page.address, page.title));
  if (named) item.append(element("p", "found-section", NAMES[page.kind]));
  item.append(heading);
  if (page.description) item.append(element("p", "", page.description));
  if (page.parts.length) {
    const parts = element("ul", "found-parts");
    for (const part of page.parts.slice(0, PARTS)) {
      const line = element("li");
      line.append(link(part.address, part.title));
      parts.append(line);
    }
    item.append(parts);
  }
  return item;
}

// Leads to a page of the hub; on a disk nothing else would say which file a folder's page is.
function target(place) {
  const found = new URL(place.replace(/^\//, ""), root);
  if (onDisk && found.pathname.endsWith("/")) found.pathname += "index.html";
  return found.href;
}

function link(place, words) {
  const anchor = element("a", "", words);
  anchor.href = target(place);
  return anchor;
}

function element(name, className = "", words = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

// Shows another answer on this page, and keeps it in the address where the browser allows that.
function go(event, asked) {
  event.preventDefault();
  close();
  try {
    history.pushState(null, "", address(asked));
  } catch {
    // A page on a disk has no address to keep it in.
  }
  answer(asked).then(() => count.focus());
}

for (const form of document.querySelectorAll('form[role="search"]')) {
  form.addEventListener("submit", (event) => {
    const words = String(new FormData(form).get("q")).trim();
    go(event, { words, kind: "" });
  });
}
addEventListener("popstate", () => answer(state()));

// Suggestions while typing: a combobox with a list, as the ARIA patterns have it.
let active = -1;

function close() {
  listbox.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

async function suggest() {
  const words = field.value.trim();
  if (words.length < 2) return close();
  const open = await index().catch(() => null);
  if (!open || words !== field.value.trim()) return;
  if (searchWords.isCrisis(words, open.packed.crisis, open.packed.unless)) care.classList.add("is-first");
  const found = searchIndex.find(open, words, { typing: true }).slice(0, MOST);
  listbox.replaceChildren(...found.map(option));
  active = -1;
  field.removeAttribute("aria-activedescendant");
  listbox.hidden = !found.length;
  field.setAttribute("aria-expanded", String(found.length > 0));
  count.textContent = found.length === 1 ? "1 suggestion." : `${found.length} suggestions.`;
}

function option(page, number) {
  const item = element("li", "", page.title);
  item.id = `seek-option-${number}`;
  item.role = "option";
  item.setAttribute("aria-selected", "false");
  item.append(element("span", "found-section", ` ${NAMES[page.kind]}`));
  item.dataset.place = page.address;
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", () => location.assign(target(page.address)));
  return item;
}

function move(step) {
  const options = [...listbox.children];
  if (!options.length) return;
  active = active < 0 && step < 0 ? options.length - 1 : (active + step + options.length + 1) % (options.length + 1);
  if (active === options.length) active = -1;
  for (const [number, one] of options.entries()) one.setAttribute("aria-selected", String(number === active));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }
}

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", "seek-list");
field.setAttribute("aria-expanded", "false");
field.addEventListener("focus", () => index().catch(() => null), { once: true });
field.addEventListener("input", suggest);
field.addEventListener("blur", close);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !listbox.hidden) {
    event.preventDefault();
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (listbox.hidden) suggest();
    else move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    location.assign(target(listbox.children[active].dataset.place));
  }
});

if (state().words) answer(state());
