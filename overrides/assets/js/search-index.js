// Answers a search from the index made at build: pages and what they hold, best first. No page is needed here.
// Words are weighed as in BM25. The hub does it by itself, since a library would first build its own index: of these
// sections MiniSearch took 240 ms to do so, and here only the words that are asked for are ever unpacked.

const searchIndex = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
  const BOOST = [5, 9, 1]; // what a word counts in a title, among other words for a page, and in the text
  const OFTEN = 4; // how often a word counts that a section is about
  const FULL = 1.2; // how soon more of the same word counts no more (k of BM25)
  const LIKE = { stem: 0.7, form: 0.2, start: 0.4, slip: 0.35 }; // how much less an inexact word counts
  const SHORTEST_START = 3;
  const SHORTEST_SLIP = 4;
  const MOST_STARTS = 40;
  const SLIGHT = 0.01; // what a word counts that says nothing of a page against others like it
  const { words, numbers, national, withoutNumbers, isSlip } = searchWords;

  // Makes the packed index ready: see src/peerhub/searching/write.py for its form.
  function open(packed) {
    const terms = packed.terms.split(" ");
    return {
      packed,
      terms,
      place: new Map(terms.map((term, at) => [term, at])),
      postings: packed.postings.split(" "),
      stems: byStem(terms),
      stop: new Set(packed.stop),
      unpacked: new Map(),
      families: {},
    };
  }

  // Returns what each entry that holds a term is worth by that term.
  function worth(open, term) {
    if (!open.unpacked.has(term)) open.unpacked.set(term, weighed(open, open.postings[open.place.get(term)]));
    return open.unpacked.get(term);
  }

  function weighed(open, text) {
    const worths = new Map();
    const fields = text.split(".").map(unpack);
    const holders = new Set(fields.flatMap((field) => [...field.keys()]));
    const rare = Math.log(1 + (open.packed.entries.length - holders.size + 0.5) / (holders.size + 0.5));
    fields.forEach((field, number) => {
      for (const [at, often] of field) {
        const long = number === 2 ? LENGTHS(open, at) : 1;
        const full = (often * (FULL + 1)) / (often + FULL * long);
        worths.set(at, (worths.get(at) ?? 0) + BOOST[number] * rare * (0.5 + full));
      }
    });
    return worths;
  }

  // How long a text is against others: from half to twice the usual.
  const LENGTHS = (open, at) => 0.5 + DIGITS.indexOf(open.packed.lengths[at]) / 8;

  function unpack(steps) {
    const counts = new Map();
    let at = -1;
    let step = 0;
    let shift = 0;
    for (const sign of steps) {
      const value = DIGITS.indexOf(sign);
      step |= (value & 31) << shift;
      shift += 5;
      if (value > 31) continue;
      at += step >> 1;
      counts.set(at, step & 1 ? OFTEN : 1);
      step = shift = 0;
    }
    return counts;
  }

  function byStem(terms) {
    const stems = new Map();
    for (const term of terms) {
      const stem = stemmer(term);
      if (!stems.has(stem)) stems.set(stem, []);
      stems.get(stem).push(term);
    }
    return stems;
  }

  // A section knows its page; a page, a service and a file stand for themselves.
  function entry(packed, at) {
    const [first, title, third, description] = packed.entries[at];
    if (description !== undefined) return { at, page: at, address: first, title, kind: packed.kinds[third], description };
    const [address] = packed.entries[third];
    return { at, page: third, address: `${address}#${first}`, title, kind: packed.kinds[packed.entries[third][2]] };
  }

  // Returns what is asked for: a list of ideas, each with the words that can stand for it.
  function asked(open, typed, typing) {
    const text = national(typed);
    const long = new Set(numbers(text).filter((number) => startsWith(open, number).length));
    const parts = words(long.size ? withoutNumbers(text) : text);
    const telling = parts.filter((word) => !open.stop.has(word));
    const chosen = telling.length || long.size ? telling : parts;
    const ideas = chosen.map((word, at) => alike(open, word, typing && at === chosen.length - 1));
    chosen.forEach((word, at) => {
      const joined = word + (chosen[at + 1] ?? "");
      if (at + 1 < chosen.length && open.place.has(joined)) {
        ideas[at].set(joined, 1);
        ideas[at + 1].set(joined, 1);
      }
    });
    for (const number of long) ideas.push(new Map(startsWith(open, number).map((term) => [term, 2])));
    return ideas;
  }

  // Returns the words of the index that are like one that was typed, each with how much it counts.
  function alike(open, word, isUnfinished) {
    const found = new Map();
    if (word.length >= SHORTEST_START || isUnfinished) {
      for (const term of startsWith(open, word)) found.set(term, LIKE.start);
    }
    const stem = stemmer(word);
    for (const term of open.stems.get(stem) ?? []) found.set(term, open.place.has(word) ? LIKE.form : LIKE.stem);
    if (open.place.has(word)) found.set(word, 1);
    if (!found.size) for (const part of halves(open, word)) found.set(part, LIKE.stem);
    if (!found.size || (word.length > SHORTEST_SLIP && !open.place.has(word) && !open.stems.has(stem))) {
      if (word.length >= SHORTEST_SLIP) for (const term of slips(open, word)) found.set(term, LIKE.slip);
    }
    return found;
  }

  function startsWith(open, start) {
    let low = 0;
    let high = open.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (open.terms[middle] < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < open.terms.length && open.terms[end].startsWith(start)) end += 1;
    return open.terms.slice(low, end).sort((a, b) => a.length - b.length).slice(0, MOST_STARTS);
  }

  // Words that one slip of a finger away were meant, and their other forms.
  const slips = (open, word) =>
    open.terms.filter((term) => isSlip(word, term)).flatMap((term) => open.stems.get(stemmer(term)));

  // "selfharm" is "self" and "harm".
  function halves(open, word) {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const pair = [word.slice(0, at), word.slice(at)];
      if (pair.every((part) => open.place.has(part))) return pair;
    }
    return [];
  }

  // Returns pages, best first: each with its score, and the sections of it that match.
  function find(open, text, { typing = false } = {}) {
    const ideas = asked(open, text, typing).filter((idea) => idea.size);
    const sections = new Map();
    ideas.forEach((idea, number) => {
      for (const [id, score] of weigh(open, idea)) {
        if (!sections.has(id)) sections.set(id, new Array(ideas.length).fill(0));
        sections.get(id)[number] = score;
      }
    });
    const pages = new Map();
    for (const [id, scores] of sections) {
      const found = entry(open.packed, id);
      if (!pages.has(found.page)) pages.set(found.page, { ...entry(open.packed, found.page), best: new Array(ideas.length).fill(0), parts: [] });
      const page = pages.get(found.page);
      page.best = page.best.map((score, number) => Math.max(score, scores[number]));
      page.parts.push({ ...found, score: scores.reduce((a, b) => a + b, 0) * covered(scores) ** 2 });
    }
    const phrase = stemmed(text);
    for (const page of pages.values()) fill(open, page, ideas);
    const list = [...pages.values()].map((page) => ranked(open, page, phrase));
    return list.sort((a, b) => b.score - a.score || a.at - b.at);
  }

  // Pages of one family, such as those of forces, share words that the index leaves out. They hold them all the same.
  function fill(open, page, ideas) {
    const family = Object.keys(open.packed.shared).find((one) => page.address.startsWith(one) && page.address !== one);
    if (!family) return;
    open.families[family] ??= new Set(open.packed.shared[family].split(" "));
    const held = open.families[family];
    page.best = page.best.map((score, number) => score || ([...ideas[number].keys()].some((term) => held.has(term)) ? SLIGHT : 0));
  }

  const covered = (scores) => scores.filter(Boolean).length / (scores.length || 1);

  // Returns what each entry is worth by an idea: by the best of the words that stand for it.
  function weigh(open, idea) {
    const best = new Map();
    for (const [term, weight] of idea) {
      for (const [at, score] of worth(open, term)) best.set(at, Math.max(best.get(at) ?? 0, score * weight));
    }
    return best;
  }

  /** @type {[RegExp, number][]} */
  const LESS = [[/\/trainer\/$/, 0.75], [/^\/events\/./, 0.7], [/^\/about\//, 0.8], [/^\/materials\/$/, 0.3], [/\.[a-z]+$/, 0.5]];

  function ranked(open, page, phrase) {
    const whole = page.best.reduce((a, b) => a + b, 0) * covered(page.best) ** 3;
    const score = (whole + Math.max(...page.parts.map((one) => one.score))) * named(open, page, phrase);
    const parts = page.parts.filter((one) => one.at !== page.at).sort((a, b) => b.score - a.score);
    return { ...page, score, parts };
  }

  // How much a page gains when what was typed is its name, or has to do with it; pages for few lose.
  function named(open, page, phrase) {
    const [title, ...others] = [page.title, ...(open.packed.keys[page.at] ?? [])].map(stemmed);
    const less = LESS.reduce((share, [address, part]) => (address.test(page.address) ? share * part : share), 1);
    if (others.includes(phrase)) return 4;
    if (title === phrase) return 4 * less;
    if ([title, ...others].some((name) => ` ${name} `.includes(` ${phrase} `))) return 1.5 * less;
    const shares = others.map((name) => (` ${phrase} `.includes(` ${name} `) ? name.length / phrase.length : 0));
    return Math.max(0, ...shares) + less;
  }

  const stemmed = (text) => words(text).map(stemmer).join(" ");

  return { open, find };
})();
