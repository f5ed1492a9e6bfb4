// From the bytes of one file to what is judged of it. No page is needed here: `parse` makes a tree of XML.

const sheetReading = (() => {
  // The first part of an ODS file says what it is, and is never packed.
  async function kindOf(zip) {
    const mimetype = zip.names.includes("mimetype") ? sheetZip.text(await zip.read("mimetype")) : "";
    const kind = sheetBook.kindOf(zip.names, mimetype.trim());
    if (!kind) throw sheetZip.refused("not-a-sheet");
    return kind;
  }

  async function treesOf(zip, names, parse) {
    const trees = {};
    for (const name of names) {
      trees[name] = parse(sheetZip.text(await zip.read(name)), name);
      if (!trees[name]) throw sheetZip.refused("damaged");
    }
    return trees;
  }

  async function bookOf(bytes, kit, parse) {
    const zip = await sheetZip.open(bytes, kit.limits);
    const kind = await kindOf(zip);
    const manifest = "META-INF/manifest.xml";
    if (kind === "ods" && zip.names.includes(manifest)) {
      // With a password all other parts are noise, so this is asked first.
      const first = await treesOf(zip, [manifest], parse);
      if (sheetOds.isLocked(first[manifest])) throw sheetZip.refused("password");
    }
    const trees = await treesOf(zip, sheetBook.wanted(kind, zip.names), parse);
    if (kind === "xlsx") {
      Object.assign(trees, await treesOf(zip, sheetXlsx.more(zip.names, trees), parse));
    }
    const reader = kind === "ods" ? sheetOds : sheetXlsx;
    return reader.read(zip.names, trees, kit.limits, kit.maker);
  }

  // Returns what was judged of a file, or { code } of why it could not be read.
  async function read(bytes, kit, parse) {
    try {
      return sheetJudging.judged(kit, await bookOf(bytes, kit, parse));
    } catch (fault) {
      return { code: sheetZip.codeOf(fault) };
    }
  }

  return { read };
})();
