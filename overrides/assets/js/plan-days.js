// A workshop's days worked out again as a trainer changes them. No page is needed here.

const planDays = (() => {
  const isPause = ({ kind }) => kind === "break" || kind === "lunch";

  // What is on in all the days of a plan, in order; each item knows its day.
  const itemsOf = (given) =>
    given.days.flatMap((day, number) => day.rows.map((row) => ({ ...row, day: number, steps: row.steps ?? [] })));

  // The items with which the days after the first begin, as suggested.
  const opensOf = (items) => items.flatMap(({ day, key }, at) => (at && items[at - 1].day !== day ? [key] : []));

  const droppableOf = (items) =>
    items.flatMap(({ title, steps }) =>
      steps.flatMap(([key, name, minutes, priority]) =>
        priority === "could" ? [{ key, title, name, minutes }] : [],
      ),
    );

  // What a link says, where it can be read; anything else is left out.
  const names = (text) => (text ?? "").split("_").filter(Boolean);
  const clockOr = (text, otherwise) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text ?? "") ? text : otherwise);
  const whole = (text, most) => (/^\d{1,3}$/.test(text ?? "") && Number(text) <= most ? text : "");
  const dateOr = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? "") ? text : "");

  function missing(wanted, known) {
    const held = new Set(known);
    return wanted.filter((one) => !held.has(one));
  }

  // The address that keeps a plan: what is not as suggested, and nothing else.
  function query(given, opens, asked) {
    const plan = new URLSearchParams();
    const { start, due } = given.days[0];
    if (asked.start !== start) plan.set("start", asked.start);
    if (asked.end !== (due ?? "")) plan.set("end", asked.end);
    for (const name of ["break", "lunch", "late", "group"]) if (asked[name]) plan.set(name, asked[name]);
    if (asked.date) plan.set("date", asked.date);
    if (asked.late) plan.set("at", asked.at);
    if (asked.drop.length) plan.set("drop", asked.drop.join("_"));
    if (asked.days.join("_") !== opens.join("_")) plan.set("days", asked.days.join("_"));
    return plan.toString();
  }

  // The days that are asked for: items with their minutes, and clock times in minutes.
  function laid(given, items, asked) {
    const dropped = new Set(asked.drop);
    const begins = new Set(asked.days);
    const planned = [];
    items.forEach((item, at) => {
      if (at === 0 || begins.has(item.key)) planned.push([]);
      planned.at(-1).push({ ...item, at, minutes: lasting(item, dropped, asked) });
    });
    const first = given.days[0];
    const isAsSuggested = asked.days.join("_") === opensOf(items).join("_");
    const isMoved = asked.start && asked.start !== first.start;
    return planned.map((rows, number) => {
      while (rows.length > 1 && isPause(rows[0])) rows.shift();
      while (rows.length > 1 && isPause(rows.at(-1))) rows.pop();
      const source = given.days[rows[0].day];
      const start = isMoved || !source.start ? asked.start : source.start;
      let clock = minutesOf(start || first.start);
      const timed = rows
        .filter(({ minutes }) => minutes > 0)
        .map((row) => {
          const opened = clock;
          clock += row.minutes;
          return { ...row, begins: opened, ends: clock };
        });
      return {
        title: isAsSuggested ? source.title : `Day ${number + 1}`,
        room: isAsSuggested ? source.room : null,
        rows: timed,
        ends: clock,
        due: isAsSuggested && asked.end === (first.due ?? "") ? source.due : asked.end,
        week: source.week,
      };
    });
  }

  function lasting(item, dropped, asked) {
    const pause = isPause(item) ? asked[item.kind] : "";
    if (pause) return Number(pause);
    return item.steps.reduce(
      (left, [key, , minutes]) => (dropped.has(key) ? left - minutes : left),
      item.minutes,
    );
  }

  // Which days end later than they should, and by how much: a sentence for each.
  function tooLong(plan, latest) {
    return plan.flatMap(({ title, ends, due }) => {
      const late = ends - minutesOf(due || latest);
      return late > 0 ? [`${title} runs ${spell(late)} past ${due || latest}.`] : [];
    });
  }

  // What to leave out when time is lost: could goes first, then should; must never. Longest first,
  // so that little is cut.
  function cuts(plan, items, asked) {
    const late = Number(asked.late);
    if (!late) return null;
    const from = items.findIndex(({ key }) => key === asked.at.split(".")[0]);
    const day = plan.find(({ rows }) => rows.some(({ at }) => at === from));
    const gone = new Set(asked.drop);
    const rest = (day?.rows ?? []).filter(({ at }) => at >= from);
    const open = rest.flatMap(({ title, steps }) => {
      const begun = Math.max(0, steps.findIndex(([key]) => key === asked.at));
      return steps
        .slice(begun)
        .map(([key, name, minutes, priority]) => ({ key, name, minutes, priority, title }));
    });
    const wanted = ["could", "should"].flatMap((level) =>
      open
        .filter(({ priority, key }) => priority === level && !gone.has(key))
        .sort((a, b) => b.minutes - a.minutes),
    );
    const out = [];
    let left = late;
    for (const one of wanted) {
      if (left <= 0) break;
      out.push(one);
      left -= one.minutes;
    }
    const made = late - left;
    const end = day ? clockOf(Math.max(0, day.ends + late - made)) : "";
    const verdict =
      left > 0
        ? `That wins ${made ? spell(made) : "nothing"}. You still end ${spell(left)} late, at ${end}. Shorten a break, or move a module to another day. Keep every must.`
        : `That wins ${spell(made)}. You end at ${end}.`;
    return { out, verdict };
  }

  // The plan as a calendar file: local times, so that each calendar keeps its own zone.
  function calendar(title, plan, date, now) {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
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
        `SUMMARY:${escaped(`${title}: ${day.title}`)}`,
        `DESCRIPTION:${escaped(told)}`,
        "END:VEVENT",
      );
    });
    return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
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

  return {
    isPause, itemsOf, opensOf, droppableOf, names, clockOr, whole, dateOr, missing, query, laid, tooLong, cuts,
    calendar, clockOf, spell,
  };
})();
