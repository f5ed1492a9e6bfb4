// What a national picture says in words, and its figures as CSV. No page is needed here.

const sheetWords = (() => {
  const MONTHS =
    "January February March April May June July August September October November December".split(" ");

  const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const forces = (count) => (count === 1 ? "1 force" : `${count} forces`);
  const sheets = (count) => (count === 1 ? "1 sheet" : `${count} sheets`);

  function day(said) {
    const [year, month, date] = said.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  const period = (picture) => `${day(picture.from)} to ${day(picture.to)}`;

  // How many forces stand behind an indicator, and how many do not; none is named.
  function behind(found, picture) {
    const said = [`Whole figures came from ${found.whole} of ${forces(picture.forces.length)}.`];
    if (found.hidden) said.push(`In ${found.hidden}, a count from 1 to 4 is hidden, so none of their counts is in.`);
    if (found.none) said.push(`${found.none} did not collect it.`);
    return said.join(" ");
  }

  const titled = (picture) => `National picture of peer support, ${period(picture)}`;

  // From how many sheets, and of which indicators, a picture is made.
  function source(picture) {
    const from = forces(picture.forces.length);
    return `Made from the sheets of ${from}, by revision ${picture.kit} of the indicators.`;
  }

  // The groups that make up the share of an indicator, as words; nothing where it has none.
  function shared(indicator) {
    const titles = indicator.groups.filter(({ id }) => indicator.share?.includes(id));
    return titles.map(({ title }) => title).join(", ");
  }

  // What stands in one cell of a CSV file; no cell may begin what a spreadsheet takes for a formula.
  function cell(said) {
    const text = /^[=+\-@\t\r]/.test(String(said)) ? `'${said}` : String(said);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function rowsOf(kit, picture) {
    return kit.indicators.flatMap((indicator, place) => {
      const found = picture.indicators[place];
      const rest = [found.whole, found.hidden, found.none, picture.from, picture.to];
      const groups = indicator.groups.map(({ id, title }, at) => {
        const count = found.groups ? found.groups[at][1] : kit.words.withheld;
        return [indicator.id, indicator.title, id, title, count, "", ...rest];
      });
      const total = found.total ?? kit.words.withheld;
      const last = [indicator.id, indicator.title, kit.words.total, "Total", total, found.percent ?? "", ...rest];
      return [...groups, last];
    });
  }

  function csv(kit, picture) {
    const lines = [kit.said.head, ...rowsOf(kit, picture)].map((row) => row.map(cell).join(","));
    return `${lines.join("\r\n")}\r\n`;
  }

  // What became of the files, in a sentence or two that can be listened to.
  function outcome(kit, merged) {
    const { used, found, refused, picture } = merged;
    const below = "What to put right stands below.";
    if (!found) return "No sheet is chosen yet.";
    if (picture) {
      const left = refused.length ? ` ${sheets(refused.length)} left out. ${below}` : "";
      return `The picture is made of ${used} of ${sheets(found)}.${left}`;
    }
    if (!used) return `None of ${sheets(found)} can be used. ${below}`;
    const few = `${kit.messages["too-few"].replace("{found}", used)}.`;
    return refused.length ? `${few} ${below}` : few;
  }

  return { behind, csv, number, outcome, shared, source, titled };
})();
