// Puts many forces' sheets together into a national picture. No page is needed here.
// Of an indicator, only forces all of whose groups are whole figures are counted: so each figure is a sum
// of counts that are each 0 or at least 5, and no difference between two of them can be from 1 to 4.

const sheetPicture = (() => {
  const { fault } = sheetJudging;
  const TWINS = 5;

  const byLetters = (one, other) => (one < other ? -1 : Number(one > other));
  const period = (sheet) => `${sheet.from} ${sheet.to}`;

  // The period that most of the sheets have; of equals the later one.
  function commonPeriod(sheets) {
    const held = {};
    for (const sheet of sheets) held[period(sheet)] = (held[period(sheet)] ?? 0) + 1;
    const known = Object.keys(held).sort(byLetters).reverse();
    return known.reduce((best, one) => (held[one] > held[best] ? one : best), known[0]);
  }

  // Tells sheets of another period than the rest, then forces that stand in two files.
  function compared(kit, sheets) {
    const common = commonPeriod(sheets);
    const [from, to] = (common ?? " ").split(" ");
    const others = sheets.filter((sheet) => period(sheet) !== common);
    const same = sheets.filter((sheet) => period(sheet) === common);
    const faults = others.map(({ file }) => [file, fault("period", `Figures!${kit.cells.from}`, { from, to })]);
    const files = new Map(same.map((sheet) => [sheet.force, []]));
    for (const sheet of same) files.get(sheet.force).push(sheet.file);
    const isTwice = (sheet) => files.get(sheet.force).length > 1;
    for (const sheet of same.filter(isTwice)) {
      const said = { others: othersOf(sheet.file, files.get(sheet.force)) };
      faults.push([sheet.file, fault("twice", `Figures!${kit.cells.force}`, said)]);
    }
    return { good: same.filter((sheet) => !isTwice(sheet)), faults };
  }

  // The first of the other files of a force, and how many more there are.
  function othersOf(file, twins) {
    const shown = twins.slice(0, TWINS + 1).filter((one) => one !== file).slice(0, TWINS);
    const more = twins.length - 1 - shown.length;
    return shown.join(", ") + (more ? ` and ${more} more` : "");
  }

  function percent(share, total) {
    return total ? Math.floor((200 * share + total) / (2 * total)) : null;
  }

  function indicatorOf(kit, indicator, sheets) {
    const answers = sheets.map((sheet) => indicator.groups.map(({ id }) => sheet.counts[indicator.id][id]));
    const none = answers.filter((counts) => counts.every((count) => count === null)).length;
    const complete = answers.filter((counts) => counts.every(Number.isInteger));
    const whole = complete.length;
    const told = { id: indicator.id, whole, hidden: answers.length - whole - none, none };
    if (whole < kit.limits.forces) return { ...told, groups: null, total: null, percent: null };
    const groups = indicator.groups.map(({ id }, place) => [
      id,
      complete.reduce((sum, counts) => sum + counts[place], 0),
    ]);
    const total = groups.reduce((sum, [, count]) => sum + count, 0);
    const share = indicator.share ?? [];
    const part = groups.reduce((sum, [id, count]) => sum + (share.includes(id) ? count : 0), 0);
    return { ...told, groups, total, percent: share.length ? percent(part, total) : null };
  }

  // Returns the picture of sheets that agree on their period, a force each.
  function picture(kit, sheets) {
    const forces = sheets.map((sheet) => kit.forces[sheet.force]).sort(byLetters);
    const indicators = kit.indicators.map((one) => indicatorOf(kit, one, sheets));
    return { kit: kit.kit, from: sheets[0].from, to: sheets[0].to, forces, indicators };
  }

  // Returns { lines, notices, used, found, picture } of files in any order; `read` are pairs of a
  // file's name and either what was judged of it or { code } of why it could not be read.
  function merged(kit, read) {
    const files = [...read].sort(([one], [other]) => byLetters(one, other));
    const told = files.map(([file, said]) => ({
      file,
      faults: said.code ? [fault(said.code, "", {})] : said.faults,
      notices: said.notices ?? [],
      said,
    }));
    const sound = told.filter((one) => !one.faults.length);
    const { good, faults } = compared(kit, sound.map(({ file, said }) => ({ ...said, file })));
    const between = new Map(faults); // one a file, at most
    for (const one of told) {
      if (between.has(one.file)) one.faults = [...one.faults, between.get(one.file)];
    }
    const lines = told.flatMap(({ file, faults: all }) => all.map((one) => sheetJudging.line(kit, file, one)));
    const notices = told.flatMap(({ file, notices: all }) =>
      all.map((one) => sheetJudging.line(kit, file, one)),
    );
    const refused = told.filter((one) => one.faults.length).map((one) => one.file);
    const isEnough = good.length >= kit.limits.forces;
    const whole = isEnough ? picture(kit, good) : null;
    return { lines, notices, refused, used: good.length, found: told.length, picture: whole };
  }

  return { merged, picture };
})();
