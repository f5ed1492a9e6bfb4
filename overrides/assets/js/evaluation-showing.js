// Shows a national picture: tables with bars for the eye, on the page and in a file that stands alone.

const sheetShowing = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const GROUND = "#fff0e8";
  const FILLED = "#b8451c";
  function element(tag, words, className = "") {
    const made = document.createElement(tag);
    made.textContent = words;
    if (className) made.className = className;
    return made;
  }

  function bar(part) {
    const drawn = document.createElementNS(SVG, "svg");
    const said = { class: "bars", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" };
    for (const [name, value] of Object.entries(said)) drawn.setAttribute(name, value);
    for (const [width, fill] of [
      [100, GROUND],
      [100 * part, FILLED],
    ]) {
      const one = document.createElementNS(SVG, "rect");
      const size = { width: Number(width).toFixed(2), height: "8", fill };
      for (const [name, value] of Object.entries(size)) one.setAttribute(name, String(value));
      drawn.append(one);
    }
    return drawn;
  }

  function row([name, said, part], className = "") {
    const line = document.createElement("tr");
    line.className = className;
    const head = element("th", name);
    head.scope = "row";
    const cell = element("td", said);
    if (part !== null) cell.append(bar(part));
    line.append(head, cell);
    return line;
  }

  // A chart that is a table: `rows` are a name, what is said of it, and its part of the whole.
  function chart(caption, heads, rows, last) {
    const table = element("table", "", "bar-table");
    const top = element("thead", "", "visually-hidden");
    const line = document.createElement("tr");
    for (const head of heads) {
      const cell = element("th", head);
      cell.scope = "col";
      line.append(cell);
    }
    top.append(line);
    const body = document.createElement("tbody");
    body.append(...rows.map((one) => row(one)));
    if (last) body.append(row(last, "total"));
    table.append(element("caption", caption), top, body);
    return table;
  }

  function list(lines, className = "") {
    const made = element("ul", "", className);
    made.append(...lines.map((line) => element("li", line)));
    return made;
  }

  function glance(kit, picture, level) {
    const rows = kit.indicators.flatMap((indicator, place) => {
      const { percent } = picture.indicators[place];
      const name = `${indicator.title}: ${sheetWords.shared(indicator)}`;
      return percent === null ? [] : [[name, `${percent}%`, percent / 100]];
    });
    if (!rows.length) return [];
    const heads = ["Indicator and groups", "Share"];
    return [element(`h${level}`, "Shares at a glance"), chart(kit.said.shares, heads, rows)];
  }

  function figures(kit, indicator, found) {
    if (!found.groups) return [strong(kit.said.withheld)];
    const { number, shared } = sheetWords;
    const rows = found.groups.map(([, count], at) => {
      return [indicator.groups[at].title, number(count), found.total ? count / found.total : 0];
    });
    const caption = `What was counted: ${indicator.counted}`;
    const table = chart(caption, ["Group", "Count"], rows, ["Total", number(found.total), null]);
    const isShared = found.percent !== null;
    return isShared ? [table, strong(`${shared(indicator)}: ${found.percent}% of all.`)] : [table];
  }

  function strong(words) {
    const line = document.createElement("p");
    line.append(element("strong", words));
    return line;
  }

  function indicatorPart(kit, picture, place, level) {
    const indicator = kit.indicators[place];
    const found = picture.indicators[place];
    const part = document.createElement("section");
    part.append(
      element(`h${level}`, indicator.title),
      element("p", indicator.definition),
      ...figures(kit, indicator, found),
      element("p", sheetWords.behind(found, picture)),
      element("p", `What it cannot show: ${indicator.limits}`, "quiet"),
    );
    return part;
  }

  // Returns all of a picture, its parts headed at a level.
  function shown(kit, picture, level) {
    const whole = element("div", "", "merger-shown");
    const heading = (words) => element(`h${level}`, words);
    whole.append(
      element("p", sheetWords.source(picture)),
      element("p", kit.said.suggestion),
      heading("What it cannot show"),
      list(kit.said.cannot),
      ...glance(kit, picture, level),
      heading("The indicators"),
      ...kit.indicators.map((_, place) => indicatorPart(kit, picture, place, level + 1)),
      heading("How small counts are kept in"),
      list(kit.said.how),
      heading("Forces that took part"),
      list(picture.forces, "taking"),
      element("p", kit.said.kept, "quiet"),
    );
    return whole;
  }

  // Returns a page that stands alone, as text: it asks for nothing and holds no script.
  function standalone(kit, picture) {
    const title = sheetWords.titled(picture);
    const page = document.implementation.createHTMLDocument(title);
    page.documentElement.lang = "en-GB";
    const told = [
      { charset: "utf-8" },
      { "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'" },
      { name: "viewport", content: "width=device-width, initial-scale=1" },
      { name: "color-scheme", content: "light dark" },
    ];
    const metas = told.map((one) => {
      const meta = page.createElement("meta");
      for (const [name, value] of Object.entries(one)) meta.setAttribute(name, String(value));
      return meta;
    });
    page.head.prepend(...metas);
    const look = page.createElement("style");
    look.textContent = kit.look;
    page.head.append(look);
    const main = page.createElement("main");
    main.append(page.adoptNode(element("h1", title)), ...page.adoptNode(shown(kit, picture, 2)).childNodes);
    page.body.append(main);
    return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  }

  return { element, shown, standalone };
})();
