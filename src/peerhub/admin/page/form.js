// Makes a form of the fields of a record, and reads it again.

import { faultOf, isEmpty, shapeOf } from "./draft.js";

const TICKED = 12; // more answers than this are a list to choose from

/** Return an element with its properties and what stands in it. */
export function make(name, given = {}, ...parts) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.includes("-") || key === "for") made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...parts.filter((part) => part !== null));
  return made;
}

/**
 * Return a form's part for a field: its `element`, and `read`, which gives what stands in it.
 * `known` has the records that ids may lead to (`choicesOf`), and `changed` to call.
 */
export function part(field, value, path, known) {
  const makers = { group, list, many, either, named };
  return (makers[field.widget] || single)(field, value, path, known);
}

/** Return the id of the part at a path. */
export function idOf(path) {
  return ["field", ...path].join("-");
}

/** Show what is wrong at the field of a path, or at the nearest that holds it; return its id. */
export function showFault(path, words) {
  for (let length = path.length; length > 0; length -= 1) {
    const id = idOf(path.slice(0, length));
    const place = document.getElementById(`${id}-fault`);
    if (!place) continue;
    place.textContent = place.textContent ? `${place.textContent} ${words}` : words;
    place.hidden = false;
    const held = document.getElementById(id);
    if (held.matches("input, select, textarea")) held.setAttribute("aria-invalid", "true");
    return id;
  }
  return "";
}

/** Take away whatever is said of faults in a form. */
export function clearFaults(form) {
  for (const place of form.querySelectorAll(".fault")) {
    place.textContent = "";
    place.hidden = true;
  }
  for (const held of form.querySelectorAll("[aria-invalid]")) held.removeAttribute("aria-invalid");
}

function helpOf(field, id, given) {
  const words = [field.help, isEmpty(given) ? "" : `Left empty, it is ${given}, as for all in this file.`]
    .filter(Boolean)
    .join(" ");
  return words ? make("span", { className: "help", id: `${id}-help` }, words) : null;
}

function faultAt(id) {
  return make("span", { className: "fault", id: `${id}-fault`, hidden: true });
}

function single(field, value, path, known) {
  const id = idOf(path);
  const given = path.length === 1 ? known.given[field.name] : undefined;
  const help = helpOf(field, id, given);
  const input = inputFor(field, value, known);
  input.id = id;
  input.setAttribute("aria-describedby", [help?.id, `${id}-fault`].filter(Boolean).join(" "));
  if (field.needed && isEmpty(given)) input.required = true;
  if (field.name === "id" && path.length === 1) input.readOnly = true; // it is an address
  const fault = faultAt(id);
  const read = () => readOf(field, input.value);
  input.addEventListener("change", () => {
    const words = faultOf(field, read(), given);
    fault.textContent = words;
    fault.hidden = !words;
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  });
  const label = make("label", { for: id }, field.label, field.needed ? null : make("span", { className: "may" }, " (may be left out)"));
  return { element: make("div", { className: "field" }, label, help, input, fault), read };
}

function inputFor(field, value, known) {
  const words = value === undefined || value === null ? "" : String(value);
  if (field.widget === "choice" || field.widget === "yes-no") return choose(choicesOf(field, known), words);
  if (field.widget === "text" && (words.length > 70 || words.includes("\n") || field.longest > 120)) {
    return make("textarea", { value: words, rows: Math.min(12, Math.max(2, Math.ceil(words.length / 70))) });
  }
  const type = field.widget === "day" ? "date" : "text";
  const mode = field.widget === "number" ? { inputMode: "numeric" } : {};
  return make("input", { type, value: words, autocomplete: "off", ...mode });
}

function choose(choices, value) {
  const all = choices.some(([name]) => name === value) ? choices : [...choices, ...(value ? [[value, value]] : [])];
  return make("select", {}, ...[["", "–"], ...all].map(([name, words]) => new Option(words, name, false, name === value)));
}

function choicesOf(field, known) {
  if (field.widget === "yes-no") return [["true", "Yes"], ["false", "No"]];
  return field.of ? known.choicesOf(field.of) : field.choices.map((one) => [String(one), String(one)]);
}

function readOf(field, words) {
  const said = words.trim();
  if (said === "") return undefined;
  if (field.widget === "yes-no") return said === "true";
  if (field.widget === "number" && /^\d+$/u.test(said)) return Number(said);
  return said;
}

function around(field, path, ...parts) {
  const id = idOf(path);
  const help = helpOf(field, id);
  const set = make("fieldset", { id, tabIndex: -1 }, make("legend", {}, field.label), help, faultAt(id), ...parts);
  if (help) set.setAttribute("aria-describedby", help.id);
  return set;
}

function many(field, value, path, known) {
  if (field.choices.length > TICKED) return list({ ...field, item: { ...field, widget: "choice" } }, value, path, known);
  const held = value || [];
  const boxes = field.choices.map((one, number) => {
    const id = `${idOf(path)}-tick-${number}`;
    const box = make("input", { type: "checkbox", id, value: one, checked: held.includes(one) });
    return [box, make("p", { className: "tick" }, box, " ", make("label", { for: id }, String(one)))];
  });
  const read = () => {
    const ticked = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    const kept = held.filter((one) => ticked.includes(one));
    const all = [...kept, ...ticked.filter((one) => !kept.includes(one))];
    return all.length ? all : undefined;
  };
  return { element: around(field, path, ...boxes.map(([, line]) => line)), read };
}

function group(field, value, path, known) {
  if (path.length && value === undefined && !field.needed && !field.isOpen) return shut(field, path, known);
  const parts = field.fields.map((one) => [one.name, part(one, value?.[one.name], [...path, one.name], known)]);
  const read = () => {
    const found = parts.map(([name, one]) => [name, one.read()]).filter(([, one]) => one !== undefined);
    return found.length ? Object.fromEntries(found) : undefined;
  };
  const elements = parts.map(([, one]) => one.element);
  return { element: path.length ? around(field, path, ...elements) : make("div", {}, ...elements), read };
}

// A group that a record does not have: a button opens it.
function shut(field, path, known) {
  let held = { read: () => undefined };
  const button = make("button", { type: "button" }, `Add: ${field.label}`);
  const element = make("div", { className: "field" }, helpOf(field, idOf(path)), button);
  button.addEventListener("click", () => {
    const opened = group({ ...field, isOpen: true }, undefined, path, known);
    element.replaceWith(opened.element);
    held = opened;
    opened.element.querySelector("input, select, textarea, button")?.focus();
  });
  return { element, read: () => held.read() };
}

function either(field, value, path, known) {
  return part(optionFor(field, value), value, path, known);
}

function optionFor(field, value, place) {
  const option = field.options[place ?? shapeOf(field.options, value)];
  return { ...option, label: field.label || option.label, isOpen: true };
}

// Values by names of their own: words by language. Each has its part, and a name adds one.
function named(field, value, path, known) {
  const parts = new Map();
  const items = make("div", {});
  const id = `${idOf(path)}-name`;
  const choices = field.choices || field.of ? choicesOf(field, known) : null;
  const name = choices ? choose(choices, "") : make("input", { autocomplete: "off" });
  name.id = id;
  const add = make("button", { type: "button" }, `Add to ${field.label.toLowerCase()}`);
  add.addEventListener("click", () => {
    const said = name.value.trim();
    if (!said || parts.has(said)) return;
    show(said, undefined);
    items.lastElementChild.querySelector("input, select, textarea")?.focus();
  });

  function show(said, one) {
    const words = (choices || []).find(([choice]) => choice === said)?.[1] || said;
    const held = part({ ...field.item, label: `${field.label}: ${words}`, isOpen: true }, one, [...path, said], known);
    const out = make("button", { type: "button" }, "Take out", make("span", { className: "unseen" }, `: ${words}`));
    const line = make("div", {}, held.element, make("p", { className: "tools" }, out));
    out.addEventListener("click", () => {
      parts.delete(said);
      line.remove();
      add.focus();
      known.changed();
    });
    parts.set(said, held);
    items.append(line);
  }

  for (const [said, one] of Object.entries(value || {})) show(said, one);
  const read = () => {
    const found = [...parts].map(([said, one]) => [said, one.read()]).filter(([, one]) => one !== undefined);
    return found.length ? Object.fromEntries(found) : undefined;
  };
  const adder = make("p", { className: "tools" }, make("label", { for: id }, "For"), name, add);
  return { element: around(field, path, items, adder), read };
}

function list(field, value, path, known) {
  let parts = [];
  const items = make("ol", { className: "items" });
  const shapes = field.item.widget === "either" ? field.item.options.map(({ label }) => label) : [""];
  const adders = shapes.map((label, place) => {
    const button = make("button", { type: "button" }, `Add to ${field.label.toLowerCase()}${label && `: ${label.toLowerCase()}`}`);
    button.addEventListener("click", () => {
      const all = read() || [];
      show([...all, undefined], { [all.length]: place });
      items.lastElementChild.querySelector("input, select, textarea")?.focus();
    });
    return button;
  });

  function read() {
    const found = parts.map((one) => one.read()).filter((one) => one !== undefined);
    return found.length ? found : undefined;
  }

  function show(values, places = {}) {
    parts = values.map((one, number) => partOf(one, number, places[number]));
    items.replaceChildren(...parts.map((one, number) => make("li", {}, one.element, tools(number))));
  }

  function partOf(one, number, place) {
    const label = `${field.label}, number ${number + 1}`;
    const own = field.item.widget === "either" ? optionFor({ ...field.item, label: "" }, one, place) : field.item;
    const shown = own.widget === "group" ? { ...own, label: own.label ? `${label}: ${own.label.toLowerCase()}` : label } : { ...own, label };
    return part({ ...shown, needed: true, isOpen: true }, one, [...path, number], known);
  }

  function tools(number) {
    const name = `${field.label.toLowerCase()}, number ${number + 1}`;
    const up = make("button", { type: "button", disabled: number === 0 }, "Up", make("span", { className: "unseen" }, `: ${name}`));
    up.addEventListener("click", () => {
      const all = parts.map((one) => one.read());
      all.splice(number - 1, 0, ...all.splice(number, 1));
      show(all);
      items.children[number - 1].querySelector(".tools button:enabled").focus();
      known.changed();
    });
    const out = make("button", { type: "button" }, "Take out", make("span", { className: "unseen" }, `: ${name}`));
    out.addEventListener("click", () => {
      const all = parts.map((one) => one.read());
      all.splice(number, 1);
      show(all);
      (items.children[Math.min(number, all.length - 1)]?.querySelector(".tools button:enabled") || adders[0]).focus();
      known.changed();
    });
    return make("p", { className: "tools" }, up, out);
  }

  show(value || []);
  return { element: around(field, path, items, make("p", { className: "tools" }, ...adders)), read };
}
