// Judges one force's sheet by the rules of the evaluation kit: what is wrong in it, and what it counts.
// No page is needed here: `kit` is the data of the kit, and a book is what evaluation-book.js reads.

const sheetJudging = (() => {
  const FIGURES = "Figures";
  const LABELLED = ["force", "from", "to", "kit"];
  const EMPTY = { kind: "text", value: "", formula: false };
  const DAY = /^\d{4}-\d\d-\d\d$/;

  const fault = (code, place, said) => ({ code, place, said: said ?? {} });
  const isEmpty = (cell) => cell.kind === "text" && cell.value.trim() === "";
  const isText = (cell, words) => cell.kind === "text" && cell.value.trim() === words;

  // What is wrong with a file as a whole, before anybody looks at its figures.
  function aroundFigures(kit, book) {
    const found = book.forbidden.map((code) => fault(code, ""));
    const names = book.tabs.map((tab) => tab.name);
    for (const tab of kit.tabs) {
      if (!names.includes(tab)) found.push(fault("tab-missing", "", { tab }));
    }
    const isOurs = (tab) => kit.tabs.includes(tab.name);
    if (!book.tabs.every(isOurs) || new Set(names).size !== names.length) {
      found.push(fault("tab-extra", ""));
    }
    const ours = book.tabs.filter(isOurs);
    found.push(...ours.filter((tab) => tab.hidden).map((tab) => fault("tab-hidden", tab.name)));
    for (const { name, row, column } of ours) {
      const letter = sheetBook.letters(column);
      if (row) found.push(fault("hidden-row", `${name}!${row}:${row}`));
      if (column) found.push(fault("hidden-column", `${name}!${letter}:${letter}`));
    }
    for (const { name, merged } of ours) {
      if (merged) found.push(fault("merged", `${name}!${merged}`));
    }
    for (const tab of ours) {
      found.push(...inOrder(tab.notes).map((cell) => fault("note", `${tab.name}!${cell}`)));
    }
    for (const { name, cells } of ours.filter((tab) => tab.name !== FIGURES)) {
      const isBeyond = (cell) => (sheetBook.placeOf(cell) ?? [0, 0])[1] > kit.limits.columns;
      const beyond = inOrder(Object.keys(cells).filter(isBeyond));
      found.push(...beyond.map((cell) => fault("not-empty", `${name}!${cell}`)));
    }
    return found;
  }

  function inOrder(cells) {
    const key = (cell) => sheetBook.placeOf(cell) ?? [0, 0];
    return [...cells].sort((one, other) => {
      const [first, second] = [key(one), key(other)];
      return first[0] - second[0] || first[1] - second[1];
    });
  }

  // The words that each cell has to have: labels, heads, ids and titles.
  function fixedWords(kit) {
    const fixed = {};
    LABELLED.forEach((name, place) => {
      fixed[`A${sheetBook.placeOf(kit.cells[name])[0]}`] = kit.labels[place];
    });
    kit.head.words.forEach((words, column) => {
      fixed[`${"ABCDEF"[column]}${kit.head.row}`] = words;
    });
    for (const [row, ...said] of kit.rows) {
      said.forEach((words, column) => {
        fixed[`${"ABCD"[column]}${row}`] = words;
      });
    }
    return fixed;
  }

  // A day as YYYY-MM-DD, whether it stands as a date, as text or as Excel's number; null for none.
  function dayOf(cell, from1904) {
    let said = cell.kind === "number" ? serialDay(cell.value, from1904) : cell.value.trim();
    if (cell.kind === "other" || !DAY.test(said ?? "")) return null;
    const moment = new Date(`${said}T00:00:00Z`);
    const isDay = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(said);
    said = isDay && said >= "1900-01-01" ? said : null;
    return said;
  }

  function serialDay(number, from1904) {
    const days = number + (from1904 ? 1462 : 0);
    if (!Number.isInteger(number) || days < 61 || days > 2_000_000) return null;
    return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  }

  function headFaults(kit, cellAt, from1904) {
    const found = [];
    const tell = (code, cell, said) => found.push(fault(code, cell, said));
    const at = kit.cells;
    const force = cellAt(at.force);
    const id = force.kind === "text" ? force.value.trim() : "";
    if (isEmpty(force)) tell("force-missing", at.force);
    else if (!Object.hasOwn(kit.forces, id)) tell("force-unknown", at.force);
    const days = [at.from, at.to].map((cell) => {
      const day = dayOf(cellAt(cell), from1904);
      if (isEmpty(cellAt(cell))) tell("day-missing", cell);
      else if (!day) tell("day-wrong", cell);
      return day;
    });
    if (days[0] && days[1] && days[1] < days[0]) tell("days-backwards", at.to);
    return { found, force: id, from: days[0], to: days[1] };
  }

  // What a group's cell counts: a number, "hidden" or null for nothing; or the code of its fault.
  function counted(kit, cell) {
    if (isEmpty(cell)) return { count: null };
    if (cell.kind === "text" && cell.value.trim().toLowerCase() === kit.words.hidden) {
      return { count: "hidden" };
    }
    if (cell.kind !== "number" || Number.isNaN(cell.value)) return { code: "not-a-number" };
    if (cell.value < 0) return { code: "negative" };
    if (!Number.isInteger(cell.value)) return { code: "fraction" };
    if (cell.value > 0 && cell.value < kit.limits.smallest) return { code: "small" };
    if (cell.value > kit.limits.largest) return { code: "unlikely" };
    return { count: cell.value };
  }

  function expectedTotal(kit, counts) {
    if (counts.every((count) => count === null)) return "";
    if (counts.includes("hidden")) return kit.words.withheld;
    return counts.reduce((sum, count) => sum + count, 0);
  }

  // A formula that comes to nothing is one that nobody has worked out yet, as programs leave it.
  function totalFault(kit, counts, cell) {
    if (cell.formula && isText(cell, "")) return [];
    const expected = expectedTotal(kit, counts);
    const isRight =
      typeof expected === "number"
        ? cell.kind === "number" && cell.value === expected
        : isText(cell, expected);
    return isRight ? [] : [{ code: "total", said: { expected: expected === "" ? "empty" : expected } }];
  }

  // The counts of one indicator, and what is wrong with them; `rows` are its rows of the sheet.
  function indicatorOf(kit, rows, cellAt) {
    const groups = rows.filter(([, , group]) => group !== kit.words.total);
    const [total] = rows.find(([, , group]) => group === kit.words.total);
    const read = groups.map(([row]) => counted(kit, cellAt(`E${row}`)));
    const isBegun = groups.some(([row]) => !isEmpty(cellAt(`E${row}`)));
    const found = [];
    read.forEach(({ code, count }, place) => {
      const gap = isBegun && count === null ? "gap" : "";
      if (code || gap) found.push(fault(code ?? gap, `E${groups[place][0]}`));
    });
    const counts = read.map(({ count }) => count);
    if (!found.length) {
      const wrong = totalFault(kit, counts, cellAt(`E${total}`));
      found.push(...wrong.map(({ code, said }) => fault(code, `E${total}`, said)));
    }
    const byGroup = Object.fromEntries(groups.map(([, , group], place) => [group, counts[place]]));
    return { found, byGroup };
  }

  // What is wrong with the words of the sheet, and what stands where nothing belongs.
  function wordFaults(kit, figures, cellAt) {
    const fixed = fixedWords(kit);
    const altered = Object.keys(fixed).filter((cell) => !isText(cellAt(cell), fixed[cell]));
    const rows = kit.rows.map(([row]) => row);
    const filled = new Set([...Object.values(kit.cells), ...rows.map((row) => `E${row}`)]);
    const remarks = new Set(rows.map((row) => `F${row}`));
    const strange = Object.keys(figures.cells).filter((cell) => {
      if (cell in fixed || filled.has(cell)) return false;
      return !remarks.has(cell) || !figures.cells[cell].formula;
    });
    return [
      ...altered.map((cell) => fault("altered", cell)),
      ...strange.map((cell) => fault("not-empty", cell)),
    ];
  }

  function figuresOf(kit, book, figures) {
    const cellAt = (cell) => figures.cells[cell] ?? EMPTY;
    const { found, ...head } = headFaults(kit, cellAt, book.from1904);
    found.push(...wordFaults(kit, figures, cellAt));
    const counts = {};
    for (const { id } of kit.indicators) {
      const rows = kit.rows.filter(([, indicator]) => indicator === id);
      const one = indicatorOf(kit, rows, cellAt);
      found.push(...one.found);
      counts[id] = one.byGroup;
    }
    const cells = inOrder(found.map((one) => one.place));
    found.sort((one, other) => cells.indexOf(one.place) - cells.indexOf(other.place));
    return { ...head, counts, faults: found.map((one) => ({ ...one, place: `${FIGURES}!${one.place}` })) };
  }

  // Returns { faults, notices, force, from, to, counts } of a book.
  function judged(kit, book) {
    const faults = aroundFigures(kit, book);
    const notices = book.isNamed ? [fault("saved-by", "")] : [];
    const figures = book.tabs.find((tab) => tab.name === FIGURES);
    if (!figures) return { faults, notices };
    const revision = figures.cells[kit.cells.kit] ?? EMPTY;
    if (revision.kind !== "number" || revision.value !== kit.kit) {
      faults.push(fault("kit", `${FIGURES}!${kit.cells.kit}`, { kit: kit.kit }));
      return { faults, notices };
    }
    const said = figuresOf(kit, book, figures);
    return { ...said, faults: [...faults, ...said.faults], notices };
  }

  // A line as people read it: the file, the place in it, the code, what is wrong and what to do.
  function line(kit, file, { code, place, said }) {
    const words = kit.messages[code].replace(/\{(\w+)\}/g, (whole, name) => said[name] ?? whole);
    return place ? `${file}: ${place}: [${code}] ${words}` : `${file}: [${code}] ${words}`;
  }

  return { judged, line, fault };
})();
