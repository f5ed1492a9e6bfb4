// Works a workshop's days out again as a trainer changes them. The address keeps the plan; nothing
// is stored or sent.

(() => {
  const root = document.getElementById("planner");
  const form = document.getElementById("plan-form");
  if (!root || !form) return;
  const given = JSON.parse(decodeURIComponent(root.dataset.plan));
  const tables = document.getElementById("plan-tables");
  const over = document.getElementById("plan-over");
  const unknown = document.getElementById("plan-unknown");
  const cuts = document.getElementById("plan-cuts");
  const calendar = document.getElementById("plan-calendar");
  const NUMBERS = ["break", "lunch", "late"];
  const items = given.days.flatMap((day, number) =>
    day.rows.map((row) => ({ ...row, day: number, steps: row.steps ?? [] })),
  );
  const icons = Object.fromEntries(
    ["break", "lunch"].map((kind) => [kind, tables.querySelector(`.slot-${kind} .icon`)]),
  );
  const isPause = ({ kind }) => kind === "break" || kind === "lunch";
  const opens = items.flatMap(({ day, key }, at) => (at && items[at - 1].day !== day ? [key] : []));
  const droppable = items.flatMap(({ title, steps }) =>
    steps.flatMap(([key, name, minutes, priority]) =>
      priority === "could" ? [{ key, title, name, minutes }] : [],
    ),
  );

  buildChoices();
  read(new URLSearchParams(location.search));
  for (const folded of form.querySelectorAll("details")) {
    const boxes = [...folded.querySelectorAll("input")];
    const name = boxes[0]?.name === "day" ? "days" : "drop";
    folded.open = new URLSearchParams(location.search).has(name);
  }
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
  show();

  function boxes(name) {
    return [...form.querySelectorAll(`input[name="${name}"]`)];
  }

  function buildChoices() {
    const drops = document.getElementById("plan-drops");
    drops.querySelector("ul").append(
      ...droppable.map(({ key, title, name, minutes }) =>
        tick("drop", key, `${name}, ${spell(minutes)} (${title})`),
      ),
    );
    drops.hidden = droppable.length === 0;
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
    date.value = /^\d{4}-\d\d-\d\d$/.test(asked.get("date") ?? "") ? asked.get("date") : "";
    late.value = whole(asked.get("late"), 240);
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

  function names(text) {
    return (text ?? "").split("_").filter(Boolean);
  }

  function missing(wanted, choices) {
    const known = new Set(choices.map(({ value }) => value));
    return wanted.filter((one) => !known.has(one));
  }

  function clockOr(text, otherwise) {
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(text ?? "") ? text : otherwise;
  }

  function whole(text, most) {
    return /^\d{1,3}$/.test(text ?? "") && Number(text) <= most ? text : "";
  }

  function chosen(name) {
    return boxes(name).flatMap((box) => (box.checked ? [box.value] : []));
  }

  function changed() {
    const fields = form.elements;
    const plan = new URLSearchParams();
    if (fields.start.value !== given.days[0].start) plan.set("start", fields.start.value);
    if (fields.end.value !== (given.days[0].due ?? "")) plan.set("end", fields.end.value);
    for (const name of NUMBERS) if (number(name)) plan.set(name, number(name));
    if (fields.date.value) plan.set("date", fields.date.value);
    if (number("late")) plan.set("at", fields.at.value);
    if (chosen("drop").length) plan.set("drop", chosen("drop").join("_"));
    const days = chosen("day").join("_");
    if (days !== opens.join("_")) plan.set("days", days);
    const query = plan.toString();
    unknown.textContent = NUMBERS.map((name) => document.getElementById(`plan-${name}-fault`).textContent)
      .filter(Boolean)
      .join(" ");
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    show();
  }

  // The days that the form asks for: items with their minutes, and clock times in minutes.
  function days() {
    const fields = form.elements;
    const dropped = new Set(chosen("drop"));
    const begins = new Set(chosen("day"));
    const planned = [];
    items.forEach((item, at) => {
      if (at === 0 || begins.has(item.key)) planned.push([]);
      planned.at(-1).push({ ...item, at, minutes: lasting(item, dropped) });
    });
    const asSuggested = chosen("day").join("_") === opens.join("_");
    const moved = fields.start.value && fields.start.value !== given.days[0].start;
    return planned.map((rows, number) => {
      while (rows.length > 1 && isPause(rows[0])) rows.shift();
      while (rows.length > 1 && isPause(rows.at(-1))) rows.pop();
      const source = given.days[rows[0].day];
      const start = moved || !source.start ? fields.start.value : source.start;
      let clock = minutesOf(start || given.days[0].start);
      const timed = rows
        .filter(({ minutes }) => minutes > 0)
        .map((row) => {
          const begins = clock;
          clock += row.minutes;
          return { ...row, begins, ends: clock };
        });
      const title = asSuggested ? source.title : `Day ${number + 1}`;
      const asked = fields.end.value;
      const due = asSuggested && asked === (given.days[0].due ?? "") ? source.due : asked;
      const room = asSuggested ? source.room : null;
      return { title, room, rows: timed, ends: clock, due, week: source.week };
    });
  }

  function lasting(item, dropped) {
    const pause = isPause(item) ? number(item.kind) : "";
    if (pause) return Number(pause);
    return item.steps.reduce(
      (left, [key, , minutes]) => (dropped.has(key) ? left - minutes : left),
      item.minutes,
    );
  }

  function show() {
    const plan = days();
    tables.replaceChildren(...plan.map(table));
    over.textContent = plan.flatMap(tooLong).join(" ");
    showCuts(plan);
    showCalendar(plan);
  }

  function tooLong(day) {
    const due = day.due || given.latest;
    if (day.ends <= minutesOf(due)) return [];
    return [`${day.title} runs ${spell(day.ends - minutesOf(due))} past ${due}.`];
  }

  // Could goes first, then should; must never. Longest first, so that little is cut.
  function showCuts(plan) {
    const late = Number(number("late"));
    cuts.replaceChildren();
    if (!late) return;
    const moment = form.elements.at.value;
    const from = items.findIndex(({ key }) => key === moment.split(".")[0]);
    const day = plan.find(({ rows }) => rows.some(({ at }) => at === from));
    const gone = new Set(chosen("drop"));
    const rest = (day?.rows ?? []).filter(({ at }) => at >= from);
    const open = rest.flatMap(({ title, steps }) => {
      const begun = Math.max(0, steps.findIndex(([key]) => key === moment));
      return steps
        .slice(begun)
        .map(([key, name, minutes, priority]) => ({ key, name, minutes, priority, title }));
    });
    const wanted = ["could", "should"].flatMap((level) =>
      open
        .filter(({ priority, key }) => priority === level && !gone.has(key))
        .sort((a, b) => b.minutes - a.minutes),
    );
    let left = late;
    const list = make("ul");
    for (const { name, minutes, priority, title } of wanted) {
      if (left <= 0) break;
      list.append(make("li", "", `${name}, ${spell(minutes)} (${priority}, ${title})`));
      left -= minutes;
    }
    const made = late - left;
    if (list.children.length) cuts.append(make("p", "", "Leave these out, in this order:"), list);
    const end = day ? clockOf(Math.max(0, day.ends + late - made)) : "";
    const words =
      left > 0
        ? `That wins ${made ? spell(made) : "nothing"}. You still end ${spell(left)} late, at ${end}. Shorten a break, or move a module to another day. Keep every must.`
        : `That wins ${spell(made)}. You end at ${end}.`;
    cuts.append(make("p", "plan-verdict", words));
  }

  // A day as the page itself sets it out, with the icons that stand there.
  function table(day) {
    const made = make("table", "timetable");
    const caption = make("caption");
    const first = clockOf(day.rows[0]?.begins ?? 0);
    caption.append(
      make("span", "timetable-day", day.title),
      " ",
      make("span", "timetable-hours", `${first} to ${clockOf(day.ends)}`),
    );
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

  // The plan as a calendar file, made here: local times, so that each calendar keeps its own zone.
  function showCalendar(plan) {
    const date = form.elements.date.value;
    calendar.hidden = !date;
    if (!date) return;
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Peer Support Hub//Planner//EN"];
    const dates = datesOf(plan, date);
    plan.forEach((day, number) => {
      const written = dates[number].toISOString().slice(0, 10).replaceAll("-", "");
      const told = day.rows.map((one) => `${clockOf(one.begins)} ${one.title}`).join("\n");
      lines.push(
        "BEGIN:VEVENT",
        `UID:${date}-${number}-${stamp}@planner`,
        `DTSTAMP:${stamp}`,
        `DTSTART:${written}T${clockOf(day.rows[0]?.begins ?? 0).replace(":", "")}00`,
        `DTEND:${written}T${clockOf(day.ends).replace(":", "")}00`,
        `SUMMARY:${escaped(`${given.title}: ${day.title}`)}`,
        `DESCRIPTION:${escaped(told)}`,
        "END:VEVENT",
      );
    });
    lines.push("END:VCALENDAR", "");
    URL.revokeObjectURL(calendar.href);
    calendar.href = URL.createObjectURL(
      new Blob([lines.map(folded).join("\r\n")], { type: "text/calendar" }),
    );
    calendar.download = "workshop.ics";
  }

  // Each day in its week where the programme names weeks, or else on the next working day.
  function datesOf(plan, first) {
    const dates = [];
    for (const { week } of plan) {
      const on = new Date(`${first}T00:00:00Z`);
      if (week) on.setUTCDate(on.getUTCDate() + 7 * (week - 1));
      const before = dates.at(-1);
      if (before && on <= before) {
        on.setTime(before.getTime());
        do on.setUTCDate(on.getUTCDate() + 1);
        while (on.getUTCDay() % 6 === 0);
      }
      dates.push(on);
    }
    return dates;
  }

  function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
  }

  function folded(text) {
    return text.match(/.{1,60}/gu)?.join("\r\n ") ?? "";
  }

  function minutesOf(clock) {
    const [hours, minutes] = clock.split(":").map(Number);
    return hours * 60 + minutes;
  }

  function clockOf(minutes) {
    const within = minutes % (24 * 60);
    return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
  }

  function spell(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    const parts = [];
    if (hours) parts.push(`${hours} hour${hours === 1 ? "" : "s"}`);
    if (rest || !hours) parts.push(`${rest} minute${rest === 1 ? "" : "s"}`);
    return parts.join(" ");
  }

  function make(name, classes = "", words = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (words) made.textContent = words;
    return made;
  }
})();
