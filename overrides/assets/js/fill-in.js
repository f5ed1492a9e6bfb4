// A form filled in on the screen. Nothing here sends anything, and nothing is kept in the browser:
// words go when the page is left, unless they were printed or saved as a file on the person's own device.

const form = document.getElementById("fill-in");
const at = (name) => document.getElementById(`fill-in-${name}`);
const told = at("told");
const fields = [...form.querySelectorAll("[data-asks]")];
const LARGEST = 1000000;
let isSaved = true;
let cleared = null;

const isTick = (field) => field.type === "checkbox" || field.type === "radio";
const answer = (field) => (isTick(field) ? field.checked : field.value);
const isGiven = (field) => Boolean(isTick(field) ? field.checked : field.value.trim());

function answers() {
  return fields.filter(isGiven).map((field) => ({ at: field.id, asks: field.dataset.asks, answer: answer(field) }));
}

function say(words) {
  told.textContent = "";
  // What is said twice is announced twice.
  setTimeout(() => { told.textContent = words; }, 50);
}

function save() {
  const given = answers();
  if (!given.length) {
    say("Nothing is filled in yet, so there is nothing to save.");
    fields[0].focus();
    return;
  }
  const whole = JSON.stringify({ form: form.dataset.form, answers: given }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${whole}\n`], { type: "application/json" }));
  link.download = `${form.dataset.form}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  isSaved = true;
  say(`Saved as ${link.download}, in your downloads. Open it here to go on.`);
}

function put(given) {
  const byPlace = new Map(fields.map((field) => [field.id, field]));
  const left = [];
  for (const one of given) {
    const same = byPlace.get(one.at);
    const field = same?.dataset.asks === one.asks ? same : fields.find((other) => other.dataset.asks === one.asks);
    if (!field || isTick(field) !== (typeof one.answer === "boolean")) left.push(one);
    else if (isTick(field)) field.checked = one.answer;
    else field.value = one.answer;
  }
  return left;
}

// The form may have changed since a file was saved: what has no place any more is shown, not lost.
function show(left) {
  const box = at("left");
  box.replaceChildren();
  box.hidden = left.length === 0;
  if (!left.length) return;
  const why = document.createElement("p");
  why.textContent = "The form has changed since this file was saved. These answers have no place in it now:";
  const list = document.createElement("ul");
  for (const one of left) {
    const item = document.createElement("li");
    item.textContent = `${one.asks}: ${one.answer === true ? "ticked" : one.answer}`;
    list.append(item);
  }
  box.append(why, list);
}

function isSound(found) {
  return (
    Array.isArray(found?.answers) &&
    found.answers.every((one) => typeof one?.asks === "string" && ["string", "boolean"].includes(typeof one?.answer))
  );
}

async function open(file) {
  let found = null;
  try {
    found = file.size > LARGEST ? null : JSON.parse(await file.text());
  } catch {
    found = null;
  }
  if (!isSound(found)) {
    say(`${file.name} is not a form saved from this hub. Nothing has changed here.`);
    return;
  }
  if (found.form !== form.dataset.form) {
    say(`${file.name} was saved from another form (${found.form}). Open it there. Nothing has changed here.`);
    return;
  }
  if (fields.some(isGiven) && !confirm("Put the saved answers in place of what you have typed here?")) return;
  form.reset();
  const left = put(found.answers);
  show(left);
  isSaved = true;
  say(`Opened ${file.name}: ${found.answers.length - left.length} answers are in place.`);
}

function clear() {
  cleared = answers();
  if (!cleared.length) {
    say("Nothing is filled in.");
    return;
  }
  form.reset();
  show([]);
  isSaved = true;
  at("back").hidden = false;
  say("Cleared. You can bring your words back until you type again or leave.");
  at("back").focus();
}

function back() {
  put(cleared);
  at("back").hidden = true;
  isSaved = false;
  say("Your words are back.");
  fields[0].focus();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  isSaved = false;
  at("back").hidden = true;
});
// Enter in a line is no wish to end: it goes on to the next place.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.type !== "text") return;
  event.preventDefault();
  fields[fields.indexOf(event.target) + 1]?.focus();
});
at("print").addEventListener("click", () => window.print());
at("save").addEventListener("click", save);
at("open").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", () => {
  const [file] = at("file").files;
  at("file").value = "";
  if (file) open(file);
});
at("clear").addEventListener("click", clear);
at("back").addEventListener("click", back);
addEventListener("beforeunload", (event) => {
  if (!isSaved && fields.some(isGiven)) event.preventDefault();
});
at("doors").hidden = false;
