// Says what changed from one edition to another, in the words of questions/edition_changes.py.
// Nothing is sent anywhere and nothing is kept: every edition stands in the page.

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const counted = (number, one) => `${number.toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;
const listed = (words) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
const byId = (list) => Object.fromEntries(list.map((one) => [one.id, one]));

function inOrder(before, after) {
  const title = (key) => (after[key] ?? before[key]).title;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.sort((one, other) => {
    const [left, right] = [title(one), title(other)];
    if (left === right) return one < other ? -1 : 1;
    return left < right ? -1 : 1;
  });
}

function moduleParts(old, now) {
  const parts = [];
  if (old.title !== now.title) parts.push(`was called “${old.title}”`);
  const gained = now.minutes - old.minutes;
  if (gained) parts.push(`${counted(Math.abs(gained), "minute")} ${gained > 0 ? "longer" : "shorter"}`);
  if (!same(old.outcomes, now.outcomes)) {
    const added = [...new Set(now.outcomes)].filter((one) => !old.outcomes.includes(one)).length;
    const gone = [...new Set(old.outcomes)].filter((one) => !now.outcomes.includes(one)).length;
    parts.push(`its outcomes changed (${added} new or reworded, ${gone} gone)`);
  }
  if (old.steps !== now.steps && !gained) parts.push("its steps changed");
  if (old.text !== now.text) parts.push("its words changed");
  return parts;
}

function moduleChange(old, now, again) {
  const parts = moduleParts(old, now);
  if (!parts.length) return null;
  const brief = Math.abs(now.minutes - old.minutes) >= again || !same(old.outcomes, now.outcomes);
  return [listed(parts), brief];
}

function workshopChange(old, now) {
  if (!same(old.modules, now.modules)) return ["teaches other modules", true];
  return old.timetable === now.timetable ? null : ["its timetable changed", false];
}

const serviceChange = (old, now) => (old.ways === now.ways ? null : ["its number changed", true]);

/** @type {[string, string, boolean, string, (...both: any[]) => any][]} */
const KINDS = [
  ["module", "new", true, "no longer part of the curriculum", moduleChange],
  ["workshop", "new", true, "no longer offered", workshopChange],
  ["service", "new on the list of help", false, "no longer on the list of help", serviceChange],
];

// Returns what differs between two editions: modules first, each kind in order of title.
function editionChanges(before, after, again) {
  const found = [];
  for (const [kind, fresh, isBriefed, ended, compare] of KINDS) {
    const [old, now] = [before, after].map((one) =>
      kind === "service" ? one.services : byId(one[`${kind}s`]),
    );
    for (const id of inOrder(old, now)) {
      const title = (now[id] ?? old[id]).title;
      const add = (what, brief, gone) => found.push({ kind, id, title, what, brief, gone });
      if (!(id in old)) add(fresh, isBriefed, false);
      else if (!(id in now)) add(ended, false, true);
      else {
        const change = compare(old[id], now[id], again);
        if (change) add(...change, false);
      }
    }
  }
  return found;
}

// Returns an edition with its records, which stand once for all editions that have them.
function wholeEdition(held, edition) {
  const records = (kind) => edition[kind].map((at) => held[kind][at]);
  const [modules, workshops] = [records("modules"), records("workshops")];
  return { edition: edition.edition, modules, workshops, services: byId(records("services")) };
}

(() => {
  const form = document.getElementById("edition-compare");
  if (!form) return;
  const held = JSON.parse(decodeURIComponent(form.dataset.held));
  const list = document.getElementById("edition-differences");
  const called = { module: "module", workshop: "workshop", service: "number for help" };

  function show() {
    const [before, after] = ["from", "to"].map((name) =>
      wholeEdition(
        held,
        held.editions.find((one) => one.edition === form.elements[name].value),
      ),
    );
    const found = editionChanges(before, after, held.again);
    document.getElementById("edition-count").textContent = found.length
      ? `${counted(found.length, "change")} from ${before.edition} to ${after.edition}.`
      : `Nothing differs between ${before.edition} and ${after.edition}.`;
    list.replaceChildren(
      ...found.map((one) => {
        const item = document.createElement("li");
        item.textContent = `${one.title} (${called[one.kind]}): ${one.what}.`;
        if (one.brief) {
          const strong = document.createElement("strong");
          strong.textContent = "Brief your trainers again.";
          item.append(" ", strong);
        }
        return item;
      }),
    );
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
