// Shows a workshop's days as a trainer changes them; plan-days.js works them out. The address keeps the
// plan; nothing is stored or sent.

(() => {
  const root = document.getElementById("planner");
  const form = document.getElementById("plan-form");
  if (!root || !form) return;
  const suggested = JSON.parse(decodeURIComponent(root.dataset.plan));
  let given = suggested;
  const tables = document.getElementById("plan-tables");
  const over = document.getElementById("plan-over");
  const unknown = document.getElementById("plan-unknown");
  const cuts = document.getElementById("plan-cuts");
  const calendar = document.getElementById("plan-calendar");
  const NUMBERS = ["break", "lunch", "late", "group"];
  const { isPause, names, clockOr, whole, clockOf, spell } = planDays;
  let items = planDays.itemsOf(given);
  const icons = Object.fromEntries(
    ["break", "lunch"].map((kind) => [kind, tables.querySelector(`.slot-${kind} .icon`)]),
  );
  const opens = planDays.opensOf(items);

  buildChoices();
  read(new URLSearchParams(location.search));
  for (const folded of form.querySelectorAll("details")) {
    const boxes = [...folded.querySelectorAll("input")];
    const name = boxes[0]?.name === "day" ? "days" : "drop";
    folded.open = new URLSearchParams(location.search).has(name);
  }
  // On a narrow screen the form and the days stand folded, so that each can be found.
  const isNarrow = matchMedia("(max-width: 47.99rem)").matches;
  document.getElementById("plan-fold").open = !isNarrow || location.search !== "";
  let shut = new Set(isNarrow ? given.days.map((_, number) => number).slice(1) : []);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", changed);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    read(new URLSearchParams());
    changed();
  });
  document.getElementById("plan-all").addEventListener("click", () => {
    for (const box of boxes("drop")) box.checked = true;
    changed();
  });
  // A trainer's own copy has other minutes, and fewer steps; the choices stay as they were.
  root.addEventListener("owned", ({ detail: { plans } }) => {
    given = ownCopy.applied(suggested, plans);
    items = planDays.itemsOf(given);
    show();
  });
  show();

  function boxes(name) {
    return [...form.querySelectorAll(`input[name="${name}"]`)];
  }

  function buildChoices() {
    const drops = document.getElementById("plan-drops");
    drops.querySelector("ul").append(
      ...planDays.droppableOf(items).map(({ key, title, name, minutes }) =>
        tick("drop", key, `${name}, ${spell(minutes)} (${title})`),
      ),
    );
    drops.hidden = planDays.droppableOf(items).length === 0;
    const starts = items.flatMap(({ kind, key, title }, at) =>
      at && (kind === "module" || opens.includes(key)) ? [tick("day", key, title)] : [],
    );
    const days = document.getElementById("plan-days");
    days.querySelector("ul").append(...starts);
    days.hidden = starts.length === 0;
    form.elements.at.append(...items.flatMap((item) => (isPause(item) ? [] : [moments(item)])));
  }

  // Where a trainer can be about to begin: a session, or any step of a module.
  function moments({ key, title, steps }) {
    if (!steps.length) return new Option(title, key);
    const group = make("optgroup");
    group.label = title;
    group.append(
      ...steps.map(([step, name], number) => new Option(name, number ? step : key)),
    );
    return group;
  }

  function tick(name, value, words) {
    const item = make("li");
    const label = make("label");
    const box = make("input");
    Object.assign(box, { type: "checkbox", name, value });
    label.append(box, " ", words);
    item.append(label);
    return item;
  }

  // The plan in the address, put into the form; what the address does not say is as suggested.
  function read(asked) {
    const { start, end, date, late, at } = form.elements;
    start.value = clockOr(asked.get("start"), given.days[0].start);
    end.value = clockOr(asked.get("end"), given.days[0].due ?? "");
    form.elements.break.value = whole(asked.get("break"), 60);
    form.elements.lunch.value = whole(asked.get("lunch"), 120);
    date.value = planDays.dateOr(asked.get("date"));
    late.value = whole(asked.get("late"), 240);
    form.elements.group.value = whole(asked.get("group"), 60);
    at.value = [...at.options].some(({ value }) => value === asked.get("at"))
      ? asked.get("at")
      : (at.options[0]?.value ?? "");
    const dropped = names(asked.get("drop"));
    for (const box of boxes("drop")) box.checked = dropped.includes(box.value);
    const days = asked.has("days") ? names(asked.get("days")) : opens;
    for (const box of boxes("day")) box.checked = days.includes(box.value);
    const lost = [
      ...missing(dropped, boxes("drop")),
      ...missing(days, boxes("day")),
      ...missing(names(asked.get("at")), [...at.options]),
    ];
    const tooMuch = NUMBERS.flatMap((name) =>
      asked.get(name) && !form.elements[name].value ? [outside(form.elements[name], asked.get(name))] : [],
    );
    for (const name of NUMBERS) mark(form.elements[name], "");
    unknown.textContent = [
      lost.length
        ? `This link names what the plan no longer has, so that part is left out: ${lost.join(", ")}.`
        : "",
      ...tooMuch,
    ]
      .filter(Boolean)
      .join(" ");
  }

  function outside(field, value) {
    return `${field.labels[0].textContent}: write a whole number from ${field.min} to ${field.max}. ${value || "What you wrote"} is left out.`;
  }

  // A number outside its range is told at its field, counts for nothing, and is in no address.
  function number(name) {
    const field = form.elements[name];
    const { rangeOverflow, rangeUnderflow, badInput } = field.validity;
    const isSound = !(rangeOverflow || rangeUnderflow || badInput) && /^\d*$/.test(field.value);
    mark(field, isSound ? "" : outside(field, field.value));
    return isSound ? field.value : "";
  }

  function mark(field, fault) {
    const told = document.getElementById(`${field.id}-fault`);
    told.textContent = fault;
    if (fault) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", told.id);
    } else {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
  }

  function missing(wanted, choices) {
    return planDays.missing(wanted, choices.map(({ value }) => value));
  }

  function chosen(name) {
    return boxes(name).flatMap((box) => (box.checked ? [box.value] : []));
  }

  // What the form asks for, in plain words.
  function asked() {
    const { start, end, date, at } = form.elements;
    const numbers = Object.fromEntries(NUMBERS.map((name) => [name, number(name)]));
    return { ...numbers, start: start.value, end: end.value, date: date.value, at: at.value, drop: chosen("drop"), days: chosen("day") };
  }

  function changed() {
    const query = planDays.query(given, opens, asked());
    unknown.textContent = NUMBERS.map((name) => document.getElementById(`plan-${name}-fault`).textContent)
      .filter(Boolean)
      .join(" ");
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    show();
  }

  function show() {
    const wanted = asked();
    const plan = planDays.laid(given, items, wanted);
    const old = [...tables.children];
    if (old.some(({ dataset }) => dataset.number)) {
      shut = new Set(old.flatMap((day, number) => (day.open ? [] : [number])));
    }
    tables.replaceChildren(...plan.map(folding));
    over.textContent = planDays.tooLong(plan, given.latest).join(" ");
    showCuts(planDays.cuts(plan, items, wanted));
    showCalendar(plan, wanted.date);
    root.dispatchEvent(new CustomEvent("planned", { detail: { plan, asked: wanted, given } }));
  }

  function showCuts(found) {
    cuts.replaceChildren();
    if (!found) return;
    const list = make("ul");
    for (const { name, minutes, priority, title } of found.out) {
      list.append(make("li", "", `${name}, ${spell(minutes)} (${priority}, ${title})`));
    }
    if (found.out.length) cuts.append(make("p", "", "Leave these out, in this order:"), list);
    cuts.append(make("p", "plan-verdict", found.verdict));
  }

  // A day can be folded away below its title; what was folded stays so when the plan changes.
  function folding(day, number) {
    const made = make("details", "plan-day");
    made.dataset.number = number + 1;
    made.open = !shut.has(number);
    const title = make("summary");
    title.append(...named(day));
    made.append(title, table(day));
    return made;
  }

  function named(day) {
    const first = clockOf(day.rows[0]?.begins ?? 0);
    return [
      make("span", "timetable-day", day.title),
      " ",
      make("span", "timetable-hours", `${first} to ${clockOf(day.ends)}`),
    ];
  }

  // A day as the page itself sets it out, with the icons that stand there.
  function table(day) {
    const made = make("table", "timetable");
    const caption = make("caption");
    caption.append(...named(day));
    if (day.room) caption.append(" ", make("span", "timetable-room", day.room));
    const head = make("tr");
    for (const words of ["Time", "What happens, and for how long"]) {
      const one = make("th", "", words);
      one.scope = "col";
      head.append(one);
    }
    const heads = make("thead");
    heads.append(head);
    const body = make("tbody");
    body.append(...day.rows.map(line));
    made.append(caption, heads, body);
    return made;
  }

  function line(item) {
    const time = make("th");
    time.scope = "row";
    const end = make("span", "slot-end", "to ");
    end.append(make("time", "", clockOf(item.ends)));
    time.append(make("time", "", clockOf(item.begins)), " ", end);
    const title = make("p", "slot-title");
    if (icons[item.kind]) title.append(icons[item.kind].cloneNode(true), " ");
    if (item.module) {
      const link = make("a", "", item.title);
      link.href = `../../modules/${item.module}/`;
      title.append(link);
    } else {
      title.append(item.title);
    }
    const what = make("div", "slot-what");
    what.append(title, make("p", "slot-length", spell(item.minutes)));
    if (item.note) what.append(make("p", "slot-note", item.note));
    const cell = make("td");
    cell.append(what);
    const row = make("tr", `slot slot-${item.kind}`);
    row.append(time, cell);
    return row;
  }

  function showCalendar(plan, date) {
    calendar.hidden = !date;
    if (!date) return;
    URL.revokeObjectURL(calendar.href);
    const words = planDays.calendar(given.title, plan, date, new Date());
    calendar.href = URL.createObjectURL(new Blob([words], { type: "text/calendar" }));
    calendar.download = "workshop.ics";
  }

  function make(name, classes = "", words = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (words) made.textContent = words;
    return made;
  }
})();
