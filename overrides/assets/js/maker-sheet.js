// Puts a poster together: the press's own sheet, with the words of a team in its slots. Words go in
// as text and never as HTML. What does not fit its place is set closer, and then given up by name.
const posterSheet = ((maker) => {
  const WAYS = ["mailbox", "phone", "intranet", "place"];
  const ADDRESSES = ["mailbox", "intranet", "page"];
  const SLOT = /\{(force|mailbox|phone|intranet|place|page)\}/g;
  const CONTACT = ["roomy", "close", "closer"];
  const NAME = ["", "close", "closer"];
  // Large print grows no smaller: what does not fit it is left out.
  const STEPS = { contact: CONTACT, means: CONTACT, force: NAME, name: NAME };
  const BOTH_SIDES = "section.side";
  const SLACK = 1;

  function parsed(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  // Draws the address as a QR code: all dark modules are one shape, with the quiet zone round it.
  function code([link, said], alt) {
    const { correction, generate, mode } = leanQr;
    const level = { minCorrectionLevel: correction.Q, maxCorrectionLevel: correction.Q };
    const drawn = generate(mode.ascii(link), level);
    const rows = [];
    for (let y = 0; y < drawn.size; y += 1) {
      for (let x = 0; x < drawn.size; x += 1) {
        let run = 0;
        while (drawn.get(x + run, y)) run += 1;
        if (run) rows.push(`M${x} ${y}h${run}v1h-${run}z`);
        x += run;
      }
    }
    const zone = maker.rules.quietZone;
    const side = drawn.size + 2 * zone;
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    picture.setAttribute("viewBox", `${-zone} ${-zone} ${side} ${side}`);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", alt.replace("{page}", said));
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", rows.join(""));
    picture.append(shape);
    return picture;
  }

  // An address goes on to a new line after an @, a dot or a slash, and never after a hyphen: whoever
  // copies it would lose the hyphen. Its pieces hold together, and no mark stands in its letters.
  function address(words) {
    const found = document.createDocumentFragment();
    for (const piece of words.split(/(?<=[@./])(?=[^/])/)) {
      const whole = document.createElement("span");
      whole.className = "piece";
      whole.textContent = piece;
      found.append(whole, document.createElement("wbr"));
    }
    found.lastChild.remove();
    return found;
  }

  function fillSlots(root, words) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const held = [];
    while (texts.nextNode()) if (texts.currentNode.data.search(SLOT) >= 0) held.push(texts.currentNode);
    for (const text of held) {
      const parts = text.data.split(/\{(\w+)\}/);
      const filled = parts.map((part, at) => {
        if (at % 2 === 0) return part;
        const said = words[part] ?? "";
        return ADDRESSES.includes(part) && said ? address(said) : said;
      });
      text.replaceWith(...filled);
    }
  }

  // The sheet's headings begin at a level: below the page's own in a preview, at the first on paper.
  function level(sheet, first) {
    for (const [at, tag] of ["poster-h1", "poster-h2"].entries()) {
      for (const one of sheet.querySelectorAll(tag)) one.setAttribute("aria-level", first + at);
    }
  }

  // A preview leads nowhere, and its headings stand below the page's own. On paper both are whole.
  function toScreen(sheet) {
    for (const link of sheet.querySelectorAll("a[data-href]")) link.removeAttribute("href");
    level(sheet, 3);
  }

  function toPaper(sheet) {
    for (const link of sheet.querySelectorAll("a[data-href]")) link.href = link.dataset.href;
    level(sheet, 1);
  }

  function links(root, words, page) {
    const whole = { ...words, page: page[0] };
    for (const link of root.querySelectorAll("a[href]")) {
      link.dataset.href = link.getAttribute("href").replace(SLOT, (_, name) => whole[name] ?? "");
    }
  }

  // Returns a design's sheet for a force: `words` holds what fills its slots, empty ones left out,
  // and `page` the address it prints, as a link and as one would say it.
  function made(design, force, words, page) {
    const root = document.createElement("div");
    root.className = "sheet";
    root.lang = design.lang;
    root.dataset.layout = design.layout;
    root.dataset.shape = design.shape;
    root.dataset.kind = design.kind;
    const content = parsed(design.html);
    const numbers = design.urgent[force.urgent[design.language]];
    for (const [at, list] of content.querySelectorAll("[data-urgent]").entries()) {
      list.replaceWith(parsed(maker.lists[numbers[at]]));
    }
    for (const image of content.querySelectorAll("img")) image.replaceWith(code(page, image.alt));
    if (WAYS.some((way) => words[way])) {
      for (const way of content.querySelectorAll(".way")) {
        const [, name] = way.textContent.match(/\{(\w+)\}/);
        if (!words[name]) way.remove();
      }
    } else {
      for (const [at, place] of content.querySelectorAll(".contact, .means").entries()) {
        place.replaceWith(parsed(design.contact[at]));
      }
    }
    links(content, words, page);
    fillSlots(content, { ...words, page: page[1] });
    for (const name of design.art) {
      const art = document.createElement("div");
      art.className = "sheet-art";
      art.append(parsed(maker.art[name]));
      if (design.part) content.querySelector(`.${design.part}`).prepend(art);
      else root.append(art);
    }
    const sides = content.querySelectorAll(BOTH_SIDES);
    if (maker.band) for (const side of sides.length ? sides : [content]) side.append(banded());
    if (sides.length) root.dataset.sides = String(sides.length);
    root.append(content);
    toScreen(root);
    return root;
  }

  function banded() {
    const band = document.createElement("p");
    band.className = "sheet-band";
    band.textContent = maker.band;
    return band;
  }

  // Returns pages of paper with a card on each as often as it goes: fronts, then backs. The lines to
  // cut along are on the first. All cards but one are decoration, so that each is read out once.
  function imposed(sheet, { width, height, across, down, cut }) {
    const [left, head] = [(width - across * cut[0]) / 2, (height - down * cut[1]) / 2];
    return [...sheet.querySelectorAll(BOTH_SIDES)].map((_, side) => {
      const page = document.createElement("div");
      page.className = "cut-page";
      for (let at = 0; at < across * down; at += 1) {
        const card = sheet.cloneNode(true);
        card.classList.add("cut-card");
        for (const [other, one] of card.querySelectorAll(BOTH_SIDES).entries()) if (other !== side) one.remove();
        card.style.left = `${left + (at % across) * cut[0]}mm`;
        card.style.top = `${head + Math.floor(at / across) * cut[1]}mm`;
        if (at) card.setAttribute("aria-hidden", "true");
        page.append(card);
      }
      if (side === 0) page.append(cuts(width, height, left, head, { across, down, cut }));
      return page;
    });
  }

  function cuts(width, height, left, head, { across, down, cut }) {
    const lines = [];
    for (let at = 0; at <= across; at += 1) lines.push(`M${left + at * cut[0]} 0v${height}`);
    for (let at = 0; at <= down; at += 1) lines.push(`M0 ${head + at * cut[1]}h${width}`);
    return parsed(
      `<svg class="cut-lines" aria-hidden="true" viewBox="0 0 ${width} ${height}"><path d="${lines.join("")}"/></svg>`,
    );
  }

  const isOver = (place) =>
    place.scrollWidth > place.clientWidth + SLACK || place.scrollHeight > place.clientHeight + SLACK;

  // Sets each place of a sheet that is shown as large as its words allow; returns the first that
  // holds too many even when set closest, or null.
  function overfull(sheet, words) {
    for (const place of sheet.querySelectorAll(".place")) {
      const name = Object.keys(STEPS).find((one) => place.classList.contains(one));
      if (!name) continue;
      const steps = STEPS[name];
      const long = WAYS.some((way) => [...(words[way] ?? "")].length > maker.rules.long);
      let at = steps === CONTACT && long ? 1 : 0;
      const set = () => {
        place.classList.remove(...steps.filter(Boolean));
        if (steps[at]) place.classList.add(steps[at]);
      };
      set();
      while (isOver(place) && at < steps.length - 1) {
        at += 1;
        set();
      }
      if (isOver(place)) return steps === NAME ? "force" : "contact";
    }
    return null;
  }

  return { made, overfull, imposed, toPaper, toScreen };
})(posterMaker);
