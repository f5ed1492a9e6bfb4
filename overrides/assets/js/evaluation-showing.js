// Shows a national picture: tables with bars for the eye, on the page and in a file that stands alone.

const sheetShowing = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const GROUND = "#fff0e8";
  const FILLED = "#b8451c";
  const LOOK = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Arial,sans-serif;color:#1c2843;background:#fff}
h1,h2,h3{color:#14264a;line-height:1.2}table{width:100%;border-collapse:collapse}caption{text-align:left;font-weight:700}
th,td{padding:.25rem .5rem .25rem 0;text-align:left;vertical-align:top}th{width:50%;font-weight:400}tbody tr:last-child.total *{font-weight:700}
svg{display:block;width:100%;height:.5rem;margin-top:.25rem}.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
section{break-inside:avoid}`;

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

  function glance(kit, picture) {
    const told = kit.indicators.flatMap((indicator, place) => {
      const { percent } = picture.indicators[place];
      const name = `${indicator.title}: ${sheetWords.shared(indicator)}`;
      return percent === null ? [] : [[name, `${percent}%`, percent / 100]];
    });
    return told.length ? [chart("Shares at a glance", ["Indicator", "Share"], told)] : [];
  }

  function indicatorPart(kit, picture, place, level) {
    const indicator = kit.indicators[place];
    const found = picture.indicators[place];
    const part = document.createElement("section");
    part.append(element(`h${level}`, indicator.title));
    if (found.groups) {
      const { number } = sheetWords;
      const rows = found.groups.map(([, count], at) => {
        return [indicator.groups[at].title, number(count), found.total ? count / found.total : 0];
      });
      const caption = `What was counted: ${indicator.counted}`;
      part.append(chart(caption, ["Group", "Count"], rows, ["Total", number(found.total), null]));
    } else {
      part.append(element("p", sheetWords.withheld(kit)));
    }
    if (found.percent !== null) {
      part.append(element("p", `${sheetWords.shared(indicator)}: ${found.percent}% of the total.`));
    }
    part.append(element("p", sheetWords.behind(found, picture)));
    if (indicator.limits) part.append(element("p", `What it cannot show: ${indicator.limits}`));
    return part;
  }

  // Returns all of a picture, its parts headed at a level.
  function shown(kit, picture, level) {
    const whole = element("div", "", "merger-shown");
    const taking = document.createElement("ul");
    taking.append(...picture.forces.map((name) => element("li", name)));
    whole.append(
      element("p", `${sheetWords.period(picture)}. Indicators of revision ${picture.kit}.`),
      element("p", "Counts are sums over forces whose counts are each 0 or at least 5, so no smaller count is in them."),
      element("p", "Publish one picture for each period, and let no two periods overlap: the difference would show."),
      ...glance(kit, picture),
      ...kit.indicators.map((_, place) => indicatorPart(kit, picture, place, level)),
      element(`h${level}`, "Forces that took part"),
      taking,
    );
    return whole;
  }

  // Returns a page that stands alone, as text: it asks for nothing and holds no script.
  function standalone(kit, picture) {
    const title = `National picture of peer support, ${sheetWords.period(picture)}`;
    const page = document.implementation.createHTMLDocument(title);
    page.documentElement.lang = "en-GB";
    const charset = page.createElement("meta");
    charset.setAttribute("charset", "utf-8");
    const viewport = page.createElement("meta");
    viewport.name = "viewport";
    viewport.content = "width=device-width, initial-scale=1";
    page.head.prepend(charset, viewport);
    const look = page.createElement("style");
    look.textContent = LOOK;
    page.head.append(look);
    const main = page.createElement("main");
    main.append(page.adoptNode(element("h1", title)), page.adoptNode(shown(kit, picture, 2)));
    page.body.append(main);
    return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  }

  return { element, shown, standalone };
})();
