// Puts a poster together: the press's own sheet, with the words of a team in its slots. Words go in
// as text and never as HTML. What does not fit its place is set closer, and then given up by name.
const posterSheet = ((maker) => {
  const WAYS = ["mailbox", "phone", "intranet", "place"];
  const SLOT = /\{(force|mailbox|phone|intranet|place|page)\}/g;
  const STEPS = { contact: ["roomy", "close", "closer"], force: ["", "close", "closer"] };
  const SLACK = 1;

  function parsed(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  // Draws the address as a QR code: all dark modules are one shape, with the quiet zone round it.
  function code([link, said]) {
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
    picture.setAttribute("aria-label", `QR code for ${said}`);
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", rows.join(""));
    picture.append(shape);
    return picture;
  }

  function fillSlots(root, words) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      text.data = text.data.replace(SLOT, (_, name) => words[name] ?? "");
    }
  }

  // A preview leads nowhere, and its headings stand below the page's own. On paper both are whole.
  function toScreen(sheet) {
    for (const link of sheet.querySelectorAll("a[data-href]")) link.removeAttribute("href");
    for (const [tag, level] of [["h1", 3], ["h2", 4]]) {
      for (const one of sheet.querySelectorAll(tag)) one.setAttribute("aria-level", level);
    }
  }

  function toPaper(sheet) {
    for (const link of sheet.querySelectorAll("a[data-href]")) link.href = link.dataset.href;
    for (const one of sheet.querySelectorAll("[aria-level]")) one.removeAttribute("aria-level");
  }

  function links(root, words, page) {
    const whole = { ...words, page: page[0] };
    for (const link of root.querySelectorAll("a[href]")) {
      link.dataset.href = link.getAttribute("href").replace(SLOT, (_, name) => whole[name] ?? "");
    }
  }

  // Lets an address go on to a new line after a dot or a slash, and never after a hyphen: a reader
  // that copies words drops a hyphen at the end of a line. The marks have no width.
  const breakable = (address) =>
    address.replace(/([./])(?=[^/])/g, "$1\u200b").replaceAll("-", "-\u2060");

  // Returns a design's sheet for a force: `words` holds what fills its slots, empty ones left out,
  // and `page` the address it prints, as a link and as one would say it.
  function made(design, force, words, page) {
    const root = document.createElement("div");
    root.className = "sheet";
    root.lang = design.lang;
    root.dataset.layout = design.layout;
    root.dataset.shape = design.shape;
    const content = parsed(design.html);
    content.querySelector("[data-urgent]").replaceWith(
      parsed(maker.lists[design.urgent[force.urgent[design.language]]]),
    );
    content.querySelector("img").replaceWith(code(page));
    if (WAYS.some((way) => words[way])) {
      for (const way of content.querySelectorAll(".way")) {
        const [, name] = way.textContent.match(/\{(\w+)\}/);
        if (!words[name]) way.remove();
      }
    } else {
      content.querySelector(".contact").replaceWith(parsed(design.contact));
    }
    links(content, words, page);
    fillSlots(content, { ...words, page: breakable(page[1]) });
    for (const name of design.art) {
      const art = document.createElement("div");
      art.className = "sheet-art";
      art.append(parsed(maker.art[name]));
      root.append(art);
    }
    if (maker.band) {
      const band = document.createElement("p");
      band.className = "sheet-band";
      band.textContent = maker.band;
      content.append(band);
    }
    root.append(content);
    toScreen(root);
    return root;
  }

  const isOver = (place) =>
    place.scrollWidth > place.clientWidth + SLACK || place.scrollHeight > place.clientHeight + SLACK;

  // Sets each place of a sheet that is shown as large as its words allow; returns the first that
  // holds too many even when set closest, or null.
  function overfull(sheet, words) {
    for (const [name, steps] of Object.entries(STEPS)) {
      const place = sheet.querySelector(`.place.${name}`);
      const long = WAYS.some((way) => [...(words[way] ?? "")].length > maker.rules.long);
      let at = name === "contact" && long ? 1 : 0;
      const set = () => {
        place.classList.remove(...steps.filter(Boolean));
        if (steps[at]) place.classList.add(steps[at]);
      };
      set();
      while (isOver(place) && at < steps.length - 1) {
        at += 1;
        set();
      }
      if (isOver(place)) return name;
    }
    return null;
  }

  return { made, overfull, toPaper, toScreen };
})(posterMaker);
