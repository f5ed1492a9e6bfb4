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

  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  // Long numbers without their spaces: "01632 960 999" is one.
  const numbers = (text) =>
    (text.match(/\d[\d\s-]*\d/g) ?? []).map((one) => one.replace(/\D/g, "")).filter((one) => one.length >= LONG);

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

  const sameWord = (typed, meant) =>
    typed === meant || stemmer(typed) === stemmer(meant) || (meant.length >= LONG && typed.length >= LONG - 1 && isSlip(typed, meant));

  // Whether the words of a phrase stand in this order, close together.
  function holds(typed, phrase) {
    return typed.some((_, start) => {
      let at = start;
      return phrase.every((word, place) => {
        const until = place ? at + CLOSE + 1 : start + 1;
        while (at < Math.min(until, typed.length) && !sameWord(typed[at], word)) at += 1;
        const found = at < Math.min(until, typed.length);
        at += 1;
        return found;
      });
    });
  }

  const LONGER = [["im", "i am"], ["ive", "i have"], ["wanna", "want to"], ["gonna", "going to"], ["cannot", "cant"], ["dnt", "dont"]];

  // Returns whether a search holds words of crisis; each phrase is a list of words in plain letters.
  function isCrisis(text, phrases) {
    const typed = words(text);
    const whole = LONGER.reduce((said, [short, long]) => said.flatMap((word) => (word === short ? long.split(" ") : [word])), typed);
    return phrases.some((phrase) => {
      const wanted = words(phrase);
      return holds(typed, wanted) || holds(whole, wanted);
    });
  }

  return { fold, words, numbers, isSlip, isCrisis };
})();
