// The editors' desk: opens records in forms, keeps what was typed, and saves a draft of all of it.
// Everything typed stands in this tab until it is saved, whatever becomes of the connection.

import { changedFields, isSame, onTop } from "./draft.js";
import { clearFaults, make, part, showFault } from "./form.js";

const key = document.querySelector("meta[name='desk-key']").content;
const at = (id) => document.getElementById(id);
const KEPT = "desk"; // what was typed, in this tab alone
const records = new Map(); // by "kind/id": as it was opened, its form, and the editor's value
let lists = [];
let open = null; // the record whose form is shown, and how to read it

start();

async function start() {
  const told = await ask("lists");
  if (!told) {
    const again = make("button", { type: "button" }, "Try again");
    again.addEventListener("click", start);
    at("said").append(make("p", {}, again));
    return;
  }
  lists = told.lists;
  at("store").textContent = told.store;
  at("kind").replaceChildren(...lists.map((one) => new Option(`${named(one.key)} (${one.records.length})`, one.key)));
  for (const one of JSON.parse(sessionStorage.getItem(KEPT) || "[]")) records.set(one.name, one);
  const [kind, id] = location.hash.slice(1).split("/").map(decodeURIComponent);
  if (lists.some((one) => one.key === kind)) at("kind").value = kind;
  showList();
  showDraft();
  if (id) openRecord(kind, id);
}

at("kind").addEventListener("change", showList);
at("filter").addEventListener("input", showList);
at("form").addEventListener("input", changed);
at("form").addEventListener("change", changed);
at("form").addEventListener("submit", (event) => event.preventDefault());
at("check").addEventListener("click", () => send("check"));
at("save").addEventListener("submit", (event) => {
  event.preventDefault();
  send("save");
});
window.addEventListener("beforeunload", (event) => {
  if (drafted().length) event.preventDefault();
});

function named(name) {
  return name[0].toUpperCase() + name.slice(1);
}

// Ask the desk for something; tell why it could not be had, and return nothing then.
async function ask(path, sent) {
  say("");
  let answer;
  let told;
  try {
    answer = await fetch(`api/${path}`, {
      method: sent ? "POST" : "GET",
      headers: { "X-Desk-Key": key, "Content-Type": "application/json" },
      body: sent && JSON.stringify(sent),
    });
    told = await answer.json();
  } catch {
    say("The desk does not answer: is make admin still running? What you typed is kept in this page. Try again once it is.");
    return null;
  }
  if (answer.ok) return told;
  say(told.said);
  return null;
}

function say(words, ...more) {
  at("said").replaceChildren(...(words ? [make("p", {}, words)] : []), ...more);
  if (words) at("said").focus();
}

function showList() {
  const list = lists.find(({ key: name }) => name === at("kind").value);
  const wanted = at("filter").value.trim().toLowerCase();
  const found = list.records.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(wanted));
  at("found").textContent = `${found.length} of ${list.records.length}`;
  at("records").replaceChildren(
    ...found.map(({ id, title }) => {
      const button = make("button", { type: "button" }, title);
      button.addEventListener("click", () => openRecord(list.key, id));
      return make("li", {}, button);
    }),
  );
}

async function openRecord(kind, id) {
  const name = `${kind}/${id}`;
  if (!records.has(name)) {
    const told = await ask(`record?${new URLSearchParams({ kind, id })}`);
    if (!told) return;
    records.set(name, { name, ...told, mine: told.value });
  }
  show(records.get(name));
  at("sheet-title").focus();
}

function show(record) {
  open = { record, ...part(record.form, record.mine, [], {
    given: record.given,
    changed,
    choicesOf: (of) => (lists.find((one) => one.key === of)?.records || []).map(({ id, title }) => [id, title === id ? id : `${title} (${id})`]),
  }) };
  at("sheet-title").textContent = `${named(record.called)}: ${record.title}`;
  at("sheet-about").textContent = record.form.help || "";
  at("form").replaceChildren(open.element);
  at("form").hidden = false;
  history.replaceState(null, "", `#${encodeURIComponent(record.kind)}/${encodeURIComponent(record.id)}`);
  // What the form makes of a record that nobody has touched is what changes are told from.
  record.untouched ??= open.read() || {};
}

function changed() {
  if (!open) return;
  open.record.mine = open.read() || {};
  keep();
  showDraft();
}

function keep() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(drafted()));
  } catch {
    // The page holds it all the same.
  }
}

function drafted() {
  return [...records.values()].filter((one) => one.untouched && !isSame(one.untouched, one.mine));
}

function showDraft() {
  const all = drafted();
  at("draft-none").hidden = all.length > 0;
  at("changes").replaceChildren(
    ...all.map((record) => {
      const fields = changedFields(record.untouched, record.mine)
        .map((name) => record.form.fields.find((one) => one.name === name)?.label.toLowerCase() || name);
      const name = `${record.called} ${record.title}`;
      const look = make("button", { type: "button" }, "Open", unseen(name));
      look.addEventListener("click", () => openRecord(record.kind, record.id));
      const leave = make("button", { type: "button" }, "Leave out", unseen(name));
      leave.addEventListener("click", () => leaveOut(record));
      return make("li", {}, make("span", {}, make("strong", {}, record.title), ` (${record.called}): ${fields.join(", ")}`), make("span", { className: "tools" }, look, leave));
    }),
  );
}

function unseen(words) {
  return make("span", { className: "unseen" }, `: ${words}`);
}

function leaveOut(record) {
  records.delete(record.name);
  if (open?.record === record) close();
  keep();
  showDraft();
  at("draft-title").tabIndex = -1;
  at("draft-title").focus();
}

function close() {
  open = null;
  at("form").hidden = true;
  at("form").replaceChildren();
  at("sheet-title").textContent = "No record is open";
  at("sheet-about").textContent = "Choose a kind of record, then a record. Its form opens here.";
  history.replaceState(null, "", location.pathname + location.search);
}

async function send(what) {
  clearFaults(at("form"));
  const changes = drafted().map(({ kind, id, state, value, untouched, mine }) => ({
    kind,
    id,
    state,
    value: onTop(untouched, mine, value).value, // a field that nobody touched is sent as it came
  }));
  at("state").textContent = "Checking the whole hub …";
  const told = await ask(what, { title: at("title").value, changes });
  at("state").textContent = "";
  if (!told) return;
  if (told.conflicts.length) showConflicts(told.conflicts);
  else if (told.faults.length) showFaults(told.faults);
  else if (told.draft) showSaved(told.draft);
  else at("state").textContent = "All is sound. It can be saved.";
}

function showConflicts(conflicts) {
  say(`${conflicts.length === 1 ? "One record is" : `${conflicts.length} records are`} not as you opened ${conflicts.length === 1 ? "it" : "them"}. Nothing was saved, and nothing that you typed is lost.`);
  at("said").append(make("ul", {}, ...conflicts.map((one) => {
    const record = records.get(`${one.kind}/${one.id}`);
    const button = make("button", { type: "button" }, one.now ? "Put mine on top of it" : "Leave it out", unseen(record.title));
    button.addEventListener("click", () => (one.now ? putOnTop(record, one.now) : leaveOut(record)));
    return make("li", {}, `${one.words} `, button);
  })));
}

function putOnTop(record, now) {
  const { untouched, mine } = record;
  Object.assign(record, { state: now.state, value: now.value, mine: now.value, untouched: undefined });
  show(record);
  const { value, both } = onTop(untouched, mine, record.untouched);
  record.mine = value;
  show(record);
  keep();
  showDraft();
  const labels = both.map((name) => record.form.fields.find((one) => one.name === name)?.label || name);
  say(labels.length
    ? `You and somebody else both changed: ${labels.join(", ")}. Yours stands in the form. Theirs is below it.`
    : "Your changes stand on top of what is new. Check it, and save it again.");
  for (const name of both) showFault([name], `Somebody else wrote: ${worded(now.value[name])}`);
}

function worded(value) {
  if (value === undefined) return "nothing";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function showFaults(faults) {
  const first = faults.find((one) => one.kind);
  if (first && !(open?.record.kind === first.kind && open.record.id === first.id)) show(records.get(`${first.kind}/${first.id}`));
  say(`${faults.length === 1 ? "One thing has" : `${faults.length} things have`} to be mended first. Nothing was saved, and nothing that you typed is lost.`);
  at("said").append(make("ul", {}, ...faults.map(faultLine)));
}

function faultLine(fault) {
  const record = records.get(`${fault.kind}/${fault.id}`);
  if (!record) return make("li", {}, fault.words);
  const isOpen = open?.record === record;
  const id = isOpen ? showFault(fault.path, fault.words) : "";
  const button = make("button", { type: "button", className: "link" }, `${record.title}: ${fault.words}`);
  button.addEventListener("click", () => {
    if (open?.record !== record) {
      show(record);
      showFault(fault.path, fault.words);
    }
    (at(id) || at(showFault(fault.path, "")) || at("sheet-title")).focus();
  });
  return make("li", {}, button);
}

function showSaved(draft) {
  records.clear();
  keep();
  close();
  showDraft();
  at("title").value = "";
  say(`Saved as the draft ${draft.branch}. Somebody else looks at it before it is published.`);
  if (draft.address) at("said").append(make("p", {}, make("a", { href: draft.address, rel: "noreferrer" }, "See the proposal")));
}
