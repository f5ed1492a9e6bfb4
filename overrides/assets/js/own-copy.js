// A trainer's own copy of plans: for a step a note, own minutes, or that it is left out. No page is needed here.

const ownCopy = (() => {
  const MARK = "peer-support-hub-plans";
  const LONGEST = 2000;
  const MOST = 240;
  const NAME = /^[a-z0-9-]{1,100}$/;

  const isWhole = (number) => Number.isInteger(number) && number >= 1 && number <= MOST;

  // What is sound of a step; nothing of what says nothing.
  function soundStep(said) {
    const found = {};
    const note = typeof said?.note === "string" ? said.note.trim().slice(0, LONGEST) : "";
    if (note) found.note = note;
    if (isWhole(said?.minutes)) found.minutes = said.minutes;
    if (said?.out === true) found.out = true;
    return Object.keys(found).length ? found : null;
  }

  function sound(plans) {
    const found = {};
    for (const [module, steps] of Object.entries(plans ?? {})) {
      if (!NAME.test(module) || typeof steps !== "object") continue;
      const kept = Object.entries(steps ?? {}).flatMap(([step, said]) => {
        const one = NAME.test(step) ? soundStep(said) : null;
        return one ? [[step, one]] : [];
      });
      if (kept.length) found[module] = Object.fromEntries(kept);
    }
    return found;
  }

  // The plans that a file or this browser holds; null when it is no copy of ours.
  function read(text) {
    try {
      const held = JSON.parse(text);
      return held?.kind === MARK && typeof held.plans === "object" ? sound(held.plans) : null;
    } catch {
      return null;
    }
  }

  const written = (plans) => `${JSON.stringify({ kind: MARK, plans: sound(plans) }, null, 1)}\n`;

  // A workshop's plan with own minutes and notes, and without the steps that are left out.
  function applied(given, plans) {
    const row = (one) => {
      const own = plans[one.module];
      if (!own || !one.steps) return one;
      const steps = one.steps.flatMap((step) => {
        const said = own[step[0].slice(one.key.length + 1)] ?? {};
        if (said.out) return [];
        const mine = [...step];
        mine[2] = said.minutes ?? step[2];
        mine[8] = said.note ?? "";
        return [mine];
      });
      const lasting = (some) => some.reduce((sum, step) => sum + step[2], 0);
      return { ...one, steps, minutes: one.minutes - lasting(one.steps) + lasting(steps) };
    };
    return { ...given, days: given.days.map((day) => ({ ...day, rows: day.rows.map(row) })) };
  }

  // When each step begins and ends, in minutes, by its own minutes or those that are suggested.
  function clock(steps, own) {
    let now = 0;
    return steps.map(([key, minutes]) => {
      const begins = now;
      now += own[key]?.out ? 0 : (own[key]?.minutes ?? minutes);
      return [begins, now];
    });
  }

  const elapsed = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

  return { read, written, applied, clock, elapsed, sound };
})();
