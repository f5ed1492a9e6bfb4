// What a spreadsheet holds, whichever program saved it: tabs, cells, and what may not be there.
// No page is needed here: `trees` are its XML parts, each node as { name, at, kids }.

const sheetBook = (() => {
  const ODS = "application/vnd.oasis.opendocument.spreadsheet";

  function* within(node, name) {
    for (const kid of node?.kids ?? []) {
      if (typeof kid === "string") continue;
      if (kid.name === name) yield kid;
      yield* within(kid, name);
    }
  }

  const first = (node, name) => within(node, name).next().value;
  const all = (node, name) => [...within(node, name)];
  const words = (node) =>
    (node?.kids ?? []).map((kid) => (typeof kid === "string" ? kid : words(kid))).join("");

  // Letters of a column, from 1: A is 1, and AA is 27.
  function letters(column) {
    let said = "";
    for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
      said = String.fromCharCode(65 + ((left - 1) % 26)) + said;
    }
    return said;
  }

  // The row and column of a cell by its name, such as E9; null for what is no cell.
  function placeOf(cell) {
    const [, column, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell) ?? [];
    if (!column) return null;
    const across = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [Number(row), across];
  }

  const isNamed = (author, maker) => author.trim() !== "" && author.trim() !== maker;

  function kindOf(names, mimetype) {
    if (mimetype === ODS) return "ods";
    const office = names.includes("[Content_Types].xml") && names.includes("xl/workbook.xml");
    return office ? "xlsx" : "";
  }

  const WANTED = {
    ods: /^(content|meta|META-INF\/manifest)\.xml$/,
    xlsx: /\.rels$|^\[Content_Types\]\.xml$|^docProps\/(core|app)\.xml$|^xl\/(workbook|sharedStrings|drawings\/[^/]+)\.xml$/,
  };

  // Which parts of a file have to be read as XML, whatever they lead to.
  const wanted = (kind, names) => names.filter((name) => WANTED[kind].test(name));

  // A number as a file writes it; no more than that is one, and not what a script would take for one.
  function numberOf(said) {
    const text = (said ?? "").trim();
    return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  }

  return { all, first, isNamed, kindOf, letters, numberOf, placeOf, wanted, within, words };
})();
