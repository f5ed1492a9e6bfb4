// The run sheet and the print list of a plan, as words. No page is needed here.

const planPapers = (() => {
  const { clockOf, opensOf, itemsOf } = planDays;

  // The steps of a row that are left, each with the minute at which it begins.
  function stepsOf(row, asked) {
    let clock = row.begins;
    return row.steps
      .filter(([key]) => !asked.drop.includes(key))
      .map(([, title, minutes, priority, method, leads, slide, sheets, note]) => {
        const begins = clock;
        clock += minutes;
        return { title, minutes, priority, method, leads, slide, sheets, note, begins };
      });
  }

  const isAsSuggested = (given, asked) => asked.days.join("_") === opensOf(itemsOf(given)).join("_");

  // The mark of each sheet of a day, by its place among all. As suggested they keep the numbers of their files.
  function marksOf(given, day, asked) {
    const used = new Set(day.rows.flatMap((row) => stepsOf(row, asked).flatMap(({ sheets }) => sheets)));
    const kept = isAsSuggested(given, asked);
    return new Map([...used].map((at, number) => [at, kept ? given.sheets[at].mark : `S${number + 1}`]));
  }

  // Each day as its title and its lines; a line with one cell heads those below it.
  function runSheets(given, plan, asked) {
    return plan.map((day) => {
      const marks = marksOf(given, day, asked);
      const lines = day.rows.flatMap((row) => {
        const steps = stepsOf(row, asked);
        const told = steps.length ? steps : [{ ...row, method: row.method ?? "", sheets: [] }];
        const slide = (number) => (isAsSuggested(given, asked) ? `${number}` : `${given.days[row.day].title.split(":")[0]}: ${number}`);
        const cells = told.map((one) => [
          clockOf(one.begins),
          `${one.minutes}`,
          one.title,
          one.method,
          one.leads,
          slide(one.slide),
          one.sheets.map((at) => marks.get(at)).join(", "),
          one.priority ? one.priority[0].toUpperCase() + one.priority.slice(1) : "",
          ...(steps.length && one.note ? [one.note] : []),
        ]);
        return steps.length ? [[row.title], ...cells] : cells;
      });
      return { title: `${day.title}: ${clockOf(day.rows[0]?.begins ?? 0)} to ${clockOf(day.ends)}`, lines };
    });
  }

  // Each day as its title and what is printed for it: mark, what, how many, and whether it is cut.
  function printLists(given, plan, asked) {
    const group = Number(asked.group) || given.group;
    return plan.map((day, number) => {
      const keys = day.rows.map(({ key }) => key);
      const isOn = { first: number === 0, last: number === plan.length - 1, every: true };
      const marks = marksOf(given, day, asked);
      const forms = given.forms.filter(({ when }) => isOn[when] ?? keys.includes(when));
      const before = ({ when }) => when === "every" || when === "first";
      const listed = [
        ...forms.filter(before),
        ...day.rows.flatMap(({ key, steps }) => [
          ...[...marks.keys()].filter((at) => steps.some((step) => step[7].includes(at))).map((at) => ({ ...given.sheets[at], mark: marks.get(at) })),
          ...forms.filter(({ when }) => when === key),
        ]),
        ...forms.filter(({ when }) => when === "last"),
      ];
      const lines = listed.map((one) => [one.mark ?? "", one.what, howMany(given, one, group), one.cut ? "yes" : "no"]);
      return { title: `${day.title}: for a group of ${group}`, lines };
    });
  }

  // As models/copies.py counts: so many for each so many people, for each trainer, or for all.
  function howMany(given, { count, people, trainers, unit }, group) {
    const times = trainers ? given.trainers : people ? Math.ceil(group / people) : 1;
    const number = count * times;
    const many = unit === "copy" ? "copies" : `${unit}s`;
    return `${number} ${number === 1 ? unit : many}`;
  }

  return { runSheets, printLists };
})();
