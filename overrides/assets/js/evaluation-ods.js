// Reads an ODS file into tabs and cells; evaluation-book.js says the shape. No page is needed here.

const sheetOds = (() => {
  const { all, first, isNamed, letters, numberOf, words } = sheetBook;
  const CHART = "application/vnd.oasis.opendocument.chart";
  const FOREIGN = (
    "object-ole plugin applet floating-frame custom-shape text-box rect line polyline polygon regular-polygon path circle " +
    "ellipse connector caption measure control"
  )
    .split(" ")
    .map((name) => `drawing:${name}`);
  const JOINED = ["table:number-columns-spanned", "table:number-rows-spanned"];
  const SIZES = ["style:row-height", "style:column-width"];
  const NOUGHT = /^0(?:\.0*)?(?:cm|mm|in|pt|pc|px)$/;

  const SAYS = ["office:value-type", "table:formula"];

  const times = (node, name) => Math.max(1, Number.parseInt(node.at[name] ?? "1", 10) || 1);

  // The words of a paragraph, in which several spaces, tabs and breaks are parts of their own.
  function spoken(node) {
    const said = (kid) => {
      if (typeof kid === "string") return kid;
      if (kid.name === "text:s") return " ".repeat(Math.min(times(kid, "text:c"), 1000));
      if (kid.name === "text:tab") return "\t";
      return kid.name === "text:line-break" ? "\n" : spoken(kid);
    };
    return node.kids.map(said).join("");
  }

  function held(cell) {
    const kind = cell.at["office:value-type"];
    const formula = "table:formula" in cell.at;
    if (["float", "percentage", "currency"].includes(kind)) {
      return { kind: "number", value: numberOf(cell.at["office:value"]), formula };
    }
    if (kind === "date") {
      return { kind: "day", value: (cell.at["office:date-value"] ?? "").slice(0, 10), formula };
    }
    if (kind === "boolean" || kind === "time") return { kind: "other", value: "", formula };
    const lines = cell.kids.filter((kid) => kid.name === "text:p").map(spoken);
    const value = cell.at["office:string-value"] ?? lines.join("\n");
    const isFault = cell.at["other:value-type"] === "error";
    return { kind: isFault ? "other" : "text", value, formula };
  }

  const says = (found) => found.kind !== "text" || found.formula || found.value.trim() !== "";

  // Each row, and whether its group is hidden.
  function* rowsOf(node) {
    for (const kid of node.kids) {
      if (kid.name === "table:table-row") yield [kid, node.at["table:display"] === "false"];
      else if (/^table:table-(header-rows|rows|row-group)$/.test(kid.name)) yield* rowsOf(kid);
    }
  }

  // By itself, or by its size: `unseen` are the styles of rows and columns of size nought.
  const isHidden = (node, unseen) =>
    ["collapse", "filter"].includes(node.at["table:visibility"]) || unseen.has(node.at["table:style-name"]);

  const isJoined = (cell) => JOINED.some((name) => times(cell, name) > 1);

  function hiddenColumn(table, unseen) {
    let column = 1;
    for (const one of all(table, "table:table-column")) {
      if (isHidden(one, unseen)) return column;
      column += times(one, "table:number-columns-repeated");
    }
    return 0;
  }

  function put(tab, cell, row, column, again, limits) {
    const found = held(cell);
    if (!tab.merged && isJoined(cell)) tab.merged = `${letters(column)}${row}`;
    const isNoted = cell.kids.some((kid) => kid.name === "office:annotation");
    if (!isNoted && !says(found)) return;
    for (let next = 0; next < again; next += 1) {
      const name = `${letters(column + next)}${row}`;
      if (says(found)) tab.cells[name] = found;
      if (isNoted) tab.notes.push(name);
      tab.count += 1;
      if (tab.count > limits.cells) throw sheetZip.refused("damaged");
    }
  }

  function tabOf(table, hiddenStyles, unseen, limits) {
    const hidden = hiddenStyles.has(table.at["table:style-name"]);
    const name = table.at["table:name"] ?? "";
    const tab = { name, hidden, row: 0, column: hiddenColumn(table, unseen), notes: [], cells: {}, count: 0 };
    let row = 1;
    for (const [one, isApart] of rowsOf(table)) {
      const again = times(one, "table:number-rows-repeated");
      if ((isApart || isHidden(one, unseen)) && !tab.row) tab.row = row;
      const cells = one.kids.filter((kid) => /^table:(covered-)?table-cell$/.test(kid.name));
      const isEmpty = cells.every((cell) => !cell.kids.length && !isJoined(cell) && !SAYS.some((name) => name in cell.at));
      for (let next = 0; next < (isEmpty ? 0 : again); next += 1) {
        let column = 1;
        for (const cell of cells) {
          const wide = times(cell, "table:number-columns-repeated");
          put(tab, cell, row + next, column, wide, limits);
          column += wide;
        }
        tab.count += 1;
        if (tab.count > limits.cells) throw sheetZip.refused("damaged");
      }
      row += again;
    }
    return tab;
  }

  function* everyNode(node) {
    for (const kid of node.kids) {
      if (typeof kid === "string") continue;
      yield kid;
      yield* everyNode(kid);
    }
  }

  const isLocked = (manifest) => Boolean(first(manifest, "manifest:encryption-data"));

  const isChart = (entry) => entry.at["manifest:media-type"] === CHART;

  const isNothing = (kid) => SIZES.some((name) => NOUGHT.test(kid.at?.[name] ?? ""));

  // What may not be in a sheet: each kind once, as its code.
  function forbidden(names, content, manifest) {
    const found = new Set();
    if (names.some((name) => /^(Basic|Scripts)\/./.test(name))) found.add("macro");
    if (names.some((name) => /^Pictures\/./.test(name))) found.add("embedded");
    const charts = all(manifest, "manifest:file-entry").filter(isChart);
    const known = new Set(charts.map((entry) => entry.at["manifest:full-path"].replace(/\/$/, "")));
    for (const node of everyNode(content)) {
      const link = node.at["xlink:href"] ?? "";
      if (node.name === "script:event-listener") found.add("macro");
      if (/^table:(table-source|cell-range-source)$/.test(node.name)) found.add("outside");
      if (/\bDDE\(|'[a-z]+:\/\//i.test(node.at["table:formula"] ?? "")) found.add("outside");
      if (node.name === "office:dde-source" || (link && !/^(\.\/|#)/.test(link))) found.add("outside");
      if (FOREIGN.includes(node.name) || "table:is-sub-table" in node.at) found.add("embedded");
      if (node.name === "table:tracked-changes") found.add("history");
      if (node.name === "drawing:object" && !known.has(link.replace(/^\.\//, ""))) found.add("embedded");
    }
    return ["macro", "outside", "embedded", "history"].filter((code) => found.has(code));
  }

  function savedBy(meta, maker) {
    const authors = ["meta:initial-creator", "dc:creator", "meta:printed-by"];
    return authors.some((name) => all(meta, name).some((node) => isNamed(words(node), maker)));
  }

  // Returns the book. `names` are all parts of the file; `trees` those that were read.
  function read(names, trees, limits, maker) {
    const manifest = trees["META-INF/manifest.xml"];
    if (manifest && isLocked(manifest)) throw sheetZip.refused("password");
    const content = trees["content.xml"];
    const sheet = first(content, "office:spreadsheet");
    if (!sheet || !manifest) throw sheetZip.refused("damaged");
    const styles = all(content, "style:style").filter(
      (style) => first(style, "style:table-properties")?.at["table:display"] === "false",
    );
    const named = (found) => new Set(found.map((style) => style.at["style:name"]));
    const hidden = named(styles);
    const unseen = named(all(content, "style:style").filter((style) => style.kids.some(isNothing)));
    const tables = sheet.kids.filter((kid) => kid.name === "table:table");
    return {
      forbidden: forbidden(names, content, manifest),
      isNamed: savedBy(trees["meta.xml"], maker),
      from1904: false,
      tabs: tables.map((table) => tabOf(table, hidden, unseen, limits)),
    };
  }

  return { read, isLocked };
})();
