// Shows who could be asked for peer supporters; aid-ranking.js works it out.
// Nothing is sent anywhere and nothing is kept: everything needed stands in the page.
const planner = document.getElementById("planner");
const facts = JSON.parse(planner.dataset.facts);
const part = (name) => document.getElementById(`aid-${name}`);
const form = part("form");

const element = (tag, className, words) =>
  Object.assign(document.createElement(tag), { className, textContent: words });

function reach(helper) {
  const line = element("span", "aid-reach", "");
  if (helper.mailbox) {
    const link = element("a", "", helper.mailbox);
    link.href = `mailto:${helper.mailbox}`;
    line.append(link);
  } else {
    line.append("No mailbox recorded");
  }
  if (helper.phone) line.append(`, ${helper.phone}`);
  if (helper.supporters) line.append(`; trained supporters: ${helper.supporters}`);
  line.append(`; confirmed on ${helper.confirmed}`);
  return line;
}

function item(found) {
  const entry = document.createElement("li");
  entry.dataset.id = found.helper.id;
  const name = element("a", "aid-name", found.other.name);
  name.href = new URL(`${found.helper.id}/`, new URL(form.getAttribute("action"), document.baseURI));
  entry.append(name, " ", element("span", "aid-why", found.why), " ", reach(found.helper));
  return entry;
}

// The request stays as the reader has written it; an untouched one follows the choice of force.
let written = "";
let writtenFor = "";
function writeRequest(name) {
  const box = part("request");
  if (box.value === written) {
    written = facts.request.replace("{host}", name);
    box.value = written;
  } else if (writtenFor) {
    box.value = box.value.replaceAll(writtenFor, name);
  }
  writtenFor = name;
}

function dated() {
  const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
  return `Made on ${today} from what the hub had then: ${document.getElementById("stamp").textContent}.`;
}

const tidy = (element) => element.textContent.replace(/\s+/g, " ").trim();

function sheetText() {
  const banner = document.querySelector(".demonstration");
  const mark = banner ? [tidy(banner).toUpperCase(), ""] : [];
  const head = [part("title"), part("dated"), part("count")].map(tidy);
  const lines = [...part("list").children].map((entry, at) => `${at + 1}. ${tidy(entry)}`);
  const left = [...part("left-list").children].map((entry) => `- ${tidy(entry)}`);
  const out = left.length > 0 ? ["", "Left out", ...left] : [];
  const charge = tidy(planner.querySelector(".aid-charge"));
  const request = part("request").value.split("\n");
  return [...mark, ...head, "", ...lines, ...out, "", charge, "", ...request, ""].join("\r\n");
}

function show() {
  const id = part("affected").value;
  part("sheet").hidden = !id;
  for (const box of form.querySelectorAll("[name=cannot]")) {
    box.closest("li").hidden = box.value === id;
  }
  if (!id) return;
  const cannot = new Set([...form.querySelectorAll("[name=cannot]:checked")].map((b) => b.value));
  const { found, left } = aidRanking(facts, id, cannot);
  const name = facts.forces[id].name;
  part("title").textContent = `Call-out sheet: ${name}`;
  part("dated").textContent = dated();
  part("count").textContent =
    found.length === 0
      ? "No force that could be asked is recorded. Ask through your usual route."
      : `${found.length} ${found.length === 1 ? "force" : "forces"} could be asked, in this order.`;
  part("list").replaceChildren(...found.map(item));
  part("left").hidden = left.length === 0;
  part("left-list").replaceChildren(
    ...left.map(([who, why]) => element("li", "", `${who}: ${why}`)),
  );
  writeRequest(name);
  part("said").textContent = "";
}

async function copy() {
  const box = part("request");
  try {
    await navigator.clipboard.writeText(box.value);
    part("said").textContent = "Copied.";
  } catch {
    box.focus();
    box.select();
    part("said").textContent = "The request is selected. Copy it with your keyboard.";
  }
}

function save() {
  const file = new Blob([sheetText()], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `call-out-sheet-${part("affected").value}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  part("said").textContent = "Saved.";
}

// On paper a box for typing would be cut at its edge, so the words stand there as plain text.
window.addEventListener("beforeprint", () => {
  part("paper").textContent = part("request").value;
});
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
part("copy").addEventListener("click", copy);
part("save").addEventListener("click", save);
part("print").addEventListener("click", () => {
  document.body.classList.add("sheet-only");
  window.print();
  document.body.classList.remove("sheet-only");
});
form.hidden = false;
part("plain").hidden = true;
show();
