// Reads an XLSX file into tabs and cells; evaluation-book.js says the shape. No page is needed here.

const sheetXlsx = (() => {
  const { all, first, isNamed, letters, numberOf, placeOf, words } = sheetBook;

  const WORKBOOK = "xl/workbook.xml";

  const isOn = (said) => said === "1" || said === "true";

  // A height or a width of nought hides as well.
  const isNought = (said) => said !== undefined && numberOf(said) === 0;

  // Where a part leads, by the names in its list of relations; a path is from the part's own folder.
  function relations(trees, part) {
    const [, folder, file] = /^(.*\/)?([^/]+)$/.exec(part) ?? [];
    const list = trees[`${folder ?? ""}_rels/${file}.rels`];
    const found = {};
    for (const one of list ? all(list, "Relationship") : []) {
      const target = one.at.Target ?? "";
      const steps = target.startsWith("/") ? [] : (folder ?? "").split("/").filter(Boolean);
      for (const step of target.split("/")) {
        if (step === "..") steps.pop();
        else if (step && step !== ".") steps.push(step);
      }
      found[one.at.Id] = { path: steps.join("/"), type: (one.at.Type ?? "").split("/").pop() };
    }
    return found;
  }

  const sheetsOf = (workbook) => (workbook ? all(first(workbook, "sheets"), "sheet") : []);

  // What has to be read besides, by the lists of relations: the tabs, and the notes on them.
  function more(names, trees) {
    const targets = relations(trees, WORKBOOK);
    const tabs = sheetsOf(trees[WORKBOOK]).map((sheet) => targets[sheet.at.id]?.path);
    const leads = tabs.filter(Boolean).flatMap((tab) => Object.values(relations(trees, tab)));
    const notes = leads.filter(({ type }) => /comment/i.test(type)).map(({ path }) => path);
    return [...new Set([...tabs, ...notes])].filter((path) => names.includes(path) && !trees[path]);
  }

  // A shared text may be in runs; how it is spoken in Japanese (rPh) is no part of it.
  function shared(tree) {
    const said = (node) =>
      node.kids
        .filter((kid) => typeof kid !== "string" && kid.name !== "rPh")
        .map((kid) => (kid.name === "t" ? words(kid) : said(kid)))
        .join("");
    return tree ? all(tree, "si").map(said) : [];
  }

  function held(cell, texts) {
    const child = (name) => cell.kids.find((kid) => kid.name === name);
    const kind = cell.at.t ?? "n";
    const formula = Boolean(child("f"));
    const said = child("v") ? words(child("v")) : "";
    const text = (value) => ({ kind: "text", value, formula });
    if (kind === "inlineStr") return text(all(child("is"), "t").map(words).join(""));
    if (kind === "s" && said !== "") return text(texts[numberOf(said)] ?? "");
    if (kind === "str" || said === "") return text(said);
    if (kind === "d") return { kind: "day", value: said.slice(0, 10), formula };
    if (kind === "n") return { kind: "number", value: numberOf(said), formula };
    return { kind: "other", value: "", formula };
  }

  const says = (found) => found.kind !== "text" || found.formula || found.value.trim() !== "";

  function cellsOf(tab, tree, texts, limits) {
    let row = 0;
    for (const line of all(tree, "row")) {
      row = Math.trunc(line.at.r === undefined ? row + 1 : numberOf(line.at.r));
      if (!Number.isFinite(row)) throw sheetZip.refused("damaged");
      if ((isOn(line.at.hidden) || isNought(line.at.ht)) && !tab.row) tab.row = row;
      let column = 0;
      for (const cell of line.kids.filter((kid) => kid.name === "c")) {
        column = (placeOf(cell.at.r ?? "") ?? [row, column + 1])[1];
        const found = held(cell, texts);
        if (!says(found)) continue;
        tab.cells[`${letters(column)}${row}`] = found;
        tab.count += 1;
        if (tab.count > limits.cells) throw sheetZip.refused("damaged");
      }
    }
  }

  function hiddenColumn(tree) {
    const hidden = all(tree, "col").filter((one) => isOn(one.at.hidden) || isNought(one.at.width));
    return hidden.length ? Math.min(...hidden.map((one) => numberOf(one.at.min ?? "1"))) : 0;
  }

  function notesOf(trees, part) {
    const told = Object.values(relations(trees, part)).filter((one) => /comment/i.test(one.type));
    const places = told.flatMap(({ path }) => {
      const tree = trees[path];
      return tree ? [...all(tree, "comment"), ...all(tree, "threadedComment")] : [];
    });
    return [...new Set(places.map((one) => one.at.ref))];
  }

  function tabOf(sheet, targets, trees, texts, limits) {
    const part = targets[sheet.at.id]?.path;
    const tree = trees[part];
    if (!tree) throw sheetZip.refused("damaged");
    const hidden = (sheet.at.state ?? "visible") !== "visible";
    const notes = notesOf(trees, part);
    const [merged] = (first(tree, "mergeCell")?.at.ref ?? "").split(":");
    const tab = { name: sheet.at.name, hidden, row: 0, column: hiddenColumn(tree), merged, notes };
    const whole = { ...tab, cells: {}, count: 0 };
    cellsOf(whole, tree, texts, limits);
    return whole;
  }

  function isMacro(names, types) {
    if (names.some((name) => /vbaProject[^/]*\.bin$|^xl\/macrosheets\//i.test(name))) return true;
    return /macroEnabled/i.test(JSON.stringify(types));
  }

  // Somebody may have drawn a shape, in which a name may stand; charts are no shapes.
  function isDrawn(trees) {
    const drawings = Object.keys(trees).filter((name) => name.startsWith("xl/drawings/") && name.endsWith(".xml"));
    return drawings.some((name) => ["sp", "pic", "cxnSp"].some((shape) => first(trees[name], shape)));
  }

  // What may not be in a sheet: each kind once, as its code.
  function forbidden(names, trees) {
    const has = (pattern) => names.some((name) => pattern.test(name));
    const lists = Object.keys(trees).filter((name) => name.endsWith(".rels"));
    const leads = lists.flatMap((name) => all(trees[name], "Relationship"));
    const isOutside =
      has(/^xl\/(externalLinks\/|connections\.xml$)/) ||
      leads.some((one) => one.at.TargetMode === "External");
    const found = {
      macro: isMacro(names, trees["[Content_Types].xml"]),
      outside: isOutside,
      embedded: has(/^xl\/(embeddings|media|activeX)\//) || isDrawn(trees),
      history: has(/^xl\/revisions\//),
    };
    return Object.keys(found).filter((code) => found[code]);
  }

  function savedBy(trees, maker) {
    const said = (part, name) => (trees[part] ? all(trees[part], name).map(words) : []);
    const core = ["dc:creator", "lastModifiedBy"].flatMap((name) => said("docProps/core.xml", name));
    return [...core, ...said("docProps/app.xml", "Manager")].some((one) => isNamed(one, maker));
  }

  // Returns the book. `names` are all parts of the file; `trees` those that were read.
  function read(names, trees, limits, maker) {
    const workbook = trees[WORKBOOK];
    const sheets = sheetsOf(workbook);
    if (!sheets.length) throw sheetZip.refused("damaged");
    const targets = relations(trees, WORKBOOK);
    const texts = shared(trees["xl/sharedStrings.xml"]);
    return {
      forbidden: forbidden(names, trees),
      isNamed: savedBy(trees, maker),
      from1904: isOn(first(workbook, "workbookPr")?.at.date1904),
      tabs: sheets.map((sheet) => tabOf(sheet, targets, trees, texts, limits)),
    };
  }

  return { read, more };
})();
