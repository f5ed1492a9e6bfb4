// Works a workshop's days out again as a trainer changes them. The address keeps the plan; nothing
// is stored or sent.

(() => {
  const root = document.getElementById("planner");
  const form = document.getElementById("plan-form");
  if (!root || !form) return;
  const given = JSON.parse(decodeURIComponent(root.dataset.plan));
  const tables = document.getElementById("plan-tables");
  const over = document.getElementById("plan-over");
  const cuts = document.getElementById("plan-cuts");
  const calendar = document.getElementById("plan-calendar");
  const items = given.days.flatMap((day, number) =>
    day.rows.map((row) => ({ ...row, day: number, steps: row.steps ?? [] })),
  );
  const icons = Object.fromEntries(
    ["break", "lunch"].map((kind) => [kind, tables.querySelector(`.slot-${kind} .icon`)]),
  );
  const isPause = ({ kind }) => kind === "break" || kind === "lunch";
  const opens = items.flatMap(({ day }, at) => (at && items[at - 1].day !== day ? [at] : []));
  const droppable = items.flatMap(({ title, steps }, at) =>
    steps.flatMap(([name, minutes, priority], step) =>
      priority === "could" ? [{ key: `${at}.${step}`, title, name, minutes }] : [],
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
    const starts = items.flatMap((item, at) =>
      at && item.kind === "module" ? [tick("day", at, item.title)] : [],
    );
    const days = document.getElementById("plan-days");
    for (const at of opens) {
      if (items[at].kind !== "module") starts.push(tick("day", at, items[at].title));
    }
    starts.sort((a, b) => number(a) - number(b));
    days.querySelector("ul").append(...starts);
    days.hidden = starts.length === 0;
    form.elements.at.append(
      ...items.flatMap((item, at) => (isPause(item) ? [] : [new Option(item.title, at)])),
    );
  }

  function number(item) {
    return Number(item.querySelector("input").value);
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
    const dropped = (asked.get("drop") ?? "").split("_");
    for (const box of boxes("drop")) box.checked = dropped.includes(box.value);
    const days = asked.has("days") ? asked.get("days").split("_") : opens.map(String);
    for (const box of boxes("day")) box.checked = days.includes(box.value);
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
    for (const name of ["break", "lunch", "date", "late"]) {
      if (fields[name].value) plan.set(name, fields[name].value);
    }
    if (fields.late.value) plan.set("at", fields.at.value);
    if (chosen("drop").length) plan.set("drop", chosen("drop").join("_"));
    const days = chosen("day").join("_");
    if (days !== opens.join("_")) plan.set("days", days);
    const query = plan.toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    show();
  }

  // The days that the form asks for: items with their minutes, and clock times in minutes.
  function days() {
    const fields = form.elements;
    const dropped = new Set(chosen("drop"));
    const begins = new Set(chosen("day").map(Number));
    const planned = [];
    items.forEach((item, at) => {
      if (at === 0 || begins.has(at)) planned.push([]);
      planned.at(-1).push({ ...item, at, minutes: lasting(item, at, dropped) });
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
      return { title, room: asSuggested ? source.room : null, rows: timed, ends: clock };
    });
  }

  function lasting(item, at, dropped) {
    const fields = form.elements;
    if (item.kind === "break" && fields.break.value) return Number(fields.break.value);
    if (item.kind === "lunch" && fields.lunch.value) return Number(fields.lunch.value);
    return item.steps.reduce(
      (left, [, minutes], step) => (dropped.has(`${at}.${step}`) ? left - minutes : left),
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
    const due = form.elements.end.value;
    const limit = due ? minutesOf(due) : minutesOf(given.latest);
    if (day.ends <= limit) return [];
    const by = spell(day.ends - limit);
    return [`${day.title} runs ${by} past ${due || given.latest}.`];
  }

  // Could goes first, then should; must never. Longest first, so that little is cut.
  function showCuts(plan) {
    const late = Number(form.elements.late.value);
    cuts.replaceChildren();
    if (!late) return;
    const from = Number(form.elements.at.value);
    const day = plan.find(({ rows }) => rows.some(({ at }) => at === from));
    const gone = new Set(chosen("drop"));
    const rest = (day?.rows ?? []).filter(({ at }) => at >= from);
    const open = rest.flatMap(({ at, title, steps }) =>
      steps.map(([name, minutes, priority], step) => ({
        name,
        minutes,
        priority,
        title,
        key: `${at}.${step}`,
      })),
    );
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
    plan.forEach((day, number) => {
      const on = new Date(`${date}T00:00:00Z`);
      on.setUTCDate(on.getUTCDate() + number);
      const written = on.toISOString().slice(0, 10).replaceAll("-", "");
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
