// Searches the whole hub on the search page. The words looked for never leave the browser.

const SNIPPET = 170;
const PARTS = 3;
const CRISIS = /suicid|kill|\bdie\b|dying|self.?harm|hurt|overdose|end it|hopeless|cannot cope|can.?t cope|crisis/i;

const root = new URL("../../", document.currentScript.src);
const count = document.getElementById("seek-count");
const list = document.getElementById("found");
const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();

if (asked) {
  for (const field of document.querySelectorAll('input[name="q"]')) field.value = asked;
  document.title = `${asked} – ${document.title}`;
  if (CRISIS.test(asked)) count.before(document.getElementById("seek-care"));
  count.textContent = "Searching …";
  search(asked).then(show, () => {
    count.textContent =
      "The search could not load its index. Check your connection, then try again.";
  });
}

async function search(words) {
  const answer = await fetch(new URL("search/search_index.json", root));
  if (!answer.ok) throw new Error(answer.status);
  const { docs } = await answer.json();
  const index = lunr(function () {
    this.ref("at");
    this.field("title", { boost: 8 });
    this.field("text");
    docs.forEach(({ title, text }, at) => this.add({ at, title, text }));
  });
  const terms = lunr.tokenizer(words).map(String).filter(Boolean);
  const hits = index.query((query) => {
    for (const term of terms) {
      query.term(index.pipeline.runString(term), { boost: 10 });
      query.term(term, { boost: 4, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      if (term.length > 4) query.term(term, { editDistance: 1, usePipeline: false });
    }
  });
  return { pages: byPage(hits, docs), terms };
}

// One entry for each page, best first, with the sections of it that match.
function byPage(hits, docs) {
  const titles = new Map();
  for (const doc of docs) if (!doc.location.includes("#")) titles.set(doc.location, doc.title);
  const pages = new Map();
  for (const { ref } of hits) {
    const doc = docs[ref];
    const [address, fragment] = doc.location.split("#");
    if (!pages.has(address)) {
      const title = titles.get(address) ?? doc.title;
      pages.set(address, { address, title, text: tidy(doc.text, title), parts: [] });
    }
    const page = pages.get(address);
    if (fragment && doc.title !== page.title && page.parts.length < PARTS) page.parts.push(doc);
  }
  return [...pages.values()];
}

// A page's text without its own title at the head, and without the gaps that tags leave.
function tidy(text, title) {
  const rest = text.startsWith(title) ? text.slice(title.length).trim() : text;
  return rest.replace(/ ([.,;:?!)])/g, "$1").replace(/\( /g, "(");
}

function show({ pages, terms }) {
  const number = pages.length === 1 ? "1 page" : `${pages.length} pages`;
  count.textContent = pages.length
    ? `${number} found for “${asked}”.`
    : `Nothing found for “${asked}”. Try fewer words, or another spelling.`;
  list.replaceChildren(...pages.map((page) => entry(page, terms)));
  list.hidden = !pages.length;
}

function entry(page, terms) {
  const section = page.address.split("/")[0];
  const item = element("li");
  const heading = element("h2", "found-title");
  heading.append(link(page.address, page.title));
  const snippet = element("p");
  snippet.append(...marked(cut(page.text, terms), terms));
  if (section && page.address !== `${section}/`) {
    const known = document.querySelector(`.sections a[href$="/${section}/"]`);
    if (known) item.append(element("p", "found-section", known.textContent));
  }
  item.append(heading, snippet);
  if (page.parts.length) {
    const parts = element("ul", "found-parts");
    for (const part of page.parts) {
      const line = element("li");
      line.append(link(part.location, part.title));
      parts.append(line);
    }
    item.append(parts);
  }
  return item;
}

// The words around the first match, whole words only.
function cut(text, terms) {
  const at = Math.max(0, text.search(pattern(terms)));
  const from = at < 60 ? 0 : text.indexOf(" ", at - 50) + 1;
  if (text.length - from <= SNIPPET) return (from ? "… " : "") + text.slice(from);
  return `${from ? "… " : ""}${text.slice(from, text.lastIndexOf(" ", from + SNIPPET))} …`;
}

function marked(text, terms) {
  return text
    .split(pattern(terms))
    .map((piece, number) => (number % 2 ? element("mark", "", piece) : piece));
}

function pattern(terms) {
  const safe = terms.map((term) => term.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${safe.join("|")})`, "iu");
}

function link(address, words) {
  const anchor = element("a", "", words);
  anchor.href = new URL(address, root);
  return anchor;
}

function element(name, className = "", words = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = words;
  return made;
}
