// Words as the search compares them, and what somebody in trouble types. No page is needed here.
// src/peerhub/searching/fold.py folds words in the same way.

const searchWords = (() => {
  const CLOSE = 2; // words that may stand between two of a phrase
  const LONG = 5; // letters from which on a word may have one slip

  function fold(text) {
    return text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/['\u2018\u2019\u02bc`\u00b4]/g, "");
  }

  // Single letters that stand for words are one: "b.t.p." is "btp", and "A & S" is "as".
  const INITIALS = /(^|[^\p{L}\p{N}])((?:\p{L}(?:\.| ?& ?))+\p{L})(?![\p{L}\p{N}])/gu;
  const joined = (text) => text.replace(INITIALS, (_, before, letters) => before + letters.replace(/[.& ]/g, ""));

  const words = (text) => joined(fold(text)).match(/[\p{L}\p{N}]+/gu) ?? [];

  const NUMBER = /\d[\d\s().\u2013-]*\d/g;

  // Long numbers without their spaces: "01632 960 999" is one.
  const numbers = (text) =>
    (text.match(NUMBER) ?? []).map((one) => one.replace(/\D/g, "")).filter((one) => one.length >= LONG);

  // A number as it is called from abroad, as it is called here: "+44 1632 960 999" is "01632 960 999".
  const national = (text) => text.replace(/(?:\+|\b00)44[\s().-]*0?/g, "0");

  const withoutNumbers = (text) => text.replace(NUMBER, " ");

  // Whether two words differ by one letter put in, left out, changed, or changed with its neighbour.
  function isSlip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let a = one.slice(start);
    let b = other.slice(start);
    while (a && b && a.at(-1) === b.at(-1)) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
    if (a.length <= 1 && b.length <= 1) return true;
    return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  }

  // A long search asks for the same stems again and again.
  const stems = new Map();
  function stem(word) {
    if (!stems.has(word)) stems.set(word, stemmer(word));
    return stems.get(word);
  }

  const isLikely = (typed, meant) => meant.length >= LONG && typed.length >= LONG - 1 && isSlip(typed, meant);

  // "kil" and "klil" for "kill": of a short word beside others, a letter left out, put in, or two that changed places.
  const letters = (word) => [...word].sort().join("");
  const isShortSlip = (typed, meant) =>
    meant.length === LONG - 1 && typed.length >= LONG - 2 && isSlip(typed, meant) &&
    (typed.length !== meant.length || letters(typed) === letters(meant));

  const sameWord = (typed, meant, isAlone) =>
    typed === meant || stem(typed) === stem(meant) || isLikely(typed, meant) || (!isAlone && isShortSlip(typed, meant));

  // Whether the words of a phrase stand in this order, close together.
  function holds(typed, phrase) {
    return typed.some((_, start) => {
      let at = start;
      return phrase.every((word, place) => {
        const until = place ? at + CLOSE + 1 : start + 1;
        while (at < Math.min(until, typed.length) && !sameWord(typed[at], word, phrase.length === 1)) at += 1;
        const found = at < Math.min(until, typed.length);
        at += 1;
        return found;
      });
    });
  }

  // Ways to say the same. Each is tried beside what was typed, since phrases are written in either.
  const SAME = Object.entries({
    im: "i am", ive: "i have", wanna: "want to", gonna: "going to", cannot: "cant", "can not": "cant", "do not": "dont", dnt: "dont",
    nobody: "no one", noone: "no one", no1: "no one", anymore: "any more", isnt: "is not", wasnt: "was not", u: "you", ur: "your", too: "to", 2: "to", b: "be", pls: "please", plz: "please",
    "my self": "myself", "him self": "himself", "her self": "herself", "your self": "yourself",
  });

  const APART = "\u0000"; // stands where something was taken out, so that no phrase reaches across

  // What was typed without what is said at work, word for word, such as "help desk".
  function withoutWork(typed, unless) {
    let left = typed;
    for (const phrase of unless.map(words)) {
      for (let at = 0; at + phrase.length <= left.length; at += 1) {
        if (!phrase.every((word, place) => stem(left[at + place]) === stem(word))) continue;
        left = [...left.slice(0, at), APART, ...left.slice(at + phrase.length)];
      }
    }
    return left;
  }

  // Returns whether a search holds words of crisis: each phrase is words in plain letters, and `unless` what is no crisis.
  function isCrisis(text, phrases, unless = []) {
    const typed = withoutWork(words(text), unless);
    const same = alike(typed);
    return phrases.some((phrase) => {
      const wanted = words(phrase);
      return holds(typed, wanted) || holds(same, wanted) || holds(same, alike(wanted));
    });
  }

  function alike(said) {
    const whole = SAME.reduce((text, [one, other]) => text.replaceAll(` ${one} `, ` ${other} `), ` ${said.join(" ")} `);
    return whole.trim().split(" ");
  }

  return { fold, words, numbers, national, withoutNumbers, isSlip, isCrisis };
})();
