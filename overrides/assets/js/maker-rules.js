// The rules of models/contact.py, step by step the same, for what people type into the poster maker.
// Its words, patterns and messages come from Python; tests/models/contacts.yml holds both to one table.
// No page is needed here.
const contactRules = ((told) => {
  const freeMail = new Set(told.freeMail);
  const roleWords = new Set(told.roleWords);
  const otherWords = new Set(told.otherWords);
  // Python's \d is any decimal digit, and so it is here.
  const pattern = (name, flags = "", whole = false) => {
    const source = told.patterns[name].replaceAll("\\d", "\\p{Nd}");
    return new RegExp(whole ? `^(?:${source})$` : source, `u${flags}`);
  };
  const address = pattern("address", "", true);
  const publicHost = pattern("publicHost", "", true);
  const mobile = pattern("mobile", "", true);
  const phoneNumber = pattern("phone", "", true);
  const abroad = pattern("abroad");
  const betweenWords = pattern("betweenWords");
  const longNumber = pattern("longNumber");
  const emailInText = pattern("emailInText", "g");
  const mobileInText = pattern("mobileInText", "g");

  // Quotes a value as Python's repr() does.
  function quoted(value) {
    const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
    const letters = [...value].map((letter) => {
      if (letter === mark || letter === "\\") return `\\${letter}`;
      const named = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[letter];
      if (named) return named;
      if (letter === " " || !/[\p{C}\p{Z}]/u.test(letter)) return letter;
      const code = letter.codePointAt(0).toString(16);
      if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
      return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
    });
    return mark + letters.join("") + mark;
  }

  function refusal(rule, given = {}) {
    const [message, remedy] = told.messages[rule];
    const words = message.replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
    return { message: words, remedy };
  }

  const refused = (rule, value) => ({ refusal: refusal(rule, { value: quoted(value) }) });

  const isInvented = (found) => found.split("@").at(-1).endsWith(".example");

  // The words by which a public host names its force.
  function ownWords(host) {
    if (!publicHost.test(host) && !isInvented(host)) return new Set();
    const labels = host.split(".");
    return new Set([...labels, ...labels.flatMap((label) => label.split("-"))]);
  }

  // Says whether a word is one of those known, or several written together; "and" ends none.
  function joined(word, known) {
    const reached = new Set([0]);
    for (let end = 1; end <= word.length; end += 1) {
      for (const start of [...reached]) {
        const part = word.slice(start, end);
        const joins = part !== "and" || (start > 0 && end < word.length) || word === "and";
        if (known.has(part) && joins) reached.add(end);
      }
    }
    return reached.has(word.length);
  }

  // Says whether words are all made of those known; several may make one of the force's own.
  function madeOf(words, own, known) {
    const reached = new Set([0]);
    for (let end = 1; end <= words.length; end += 1) {
      const fits = (start) =>
        own.has(words.slice(start, end).join("")) ||
        (start === end - 1 && joined(words[start], known));
      if ([...reached].some(fits)) reached.add(end);
    }
    return reached.has(words.length);
  }

  // Says whether every word of a mailbox's name is a role's or its force's, and one is a role's.
  function isRole(local, host) {
    if (longNumber.test(local)) return false;
    const words = local.split(betweenWords).filter(Boolean);
    const own = ownWords(host);
    const around = [...otherWords, ...own];
    const known = new Set([...roleWords, ...around]);
    return madeOf(words, own, known) && !madeOf(words, own, new Set(around));
  }

  function mailbox(value) {
    const found = value.trim().toLowerCase();
    if (!address.test(found)) return refused("no-address", value);
    const [local, host] = found.split("@");
    if (freeMail.has(host)) return refused("free-mail", value);
    return isRole(local, host) ? { value: found } : refused("one-person", value);
  }

  // The mailbox of a force: on a police or government host.
  function forceMailbox(value) {
    const found = mailbox(value);
    if (found.refusal) return found;
    const host = found.value.split("@")[1];
    const known = publicHost.test(host) || isInvented(found.value);
    return known ? found : refused("not-public", found.value);
  }

  function phone(value) {
    const national = value.replace(/[\s()-]/g, "").replace(abroad, "0");
    if (mobile.test(national)) return refused("mobile", value);
    const plain = value.trim().replace(/\s+/gu, " ");
    return phoneNumber.test(national) ? { value: plain } : refused("no-phone", value);
  }

  // Words for the public: no personal mailbox and no mobile number in them.
  function text(value) {
    for (const found of value.match(emailInText) ?? []) {
      const judged = mailbox(found);
      if (judged.refusal) return judged;
    }
    for (const found of value.match(mobileInText) ?? []) {
      const judged = phone(found);
      if (judged.refusal) return judged;
    }
    return { value: value.trim() };
  }

  // Says no more than there is room for: the refusal, or nothing.
  function tooLong(value, room) {
    const count = [...value].length;
    return count > room ? refusal("too-long", { count, room }) : null;
  }

  return { mailbox, forceMailbox, phone, text, tooLong, refusal, quoted };
})(posterMaker.rules);
