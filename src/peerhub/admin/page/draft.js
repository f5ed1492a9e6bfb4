// What a draft holds, and what may stand in a field. No page is needed here.

/** Say whether two values say the same; the order of keys does not count, that of lists does. */
export function isSame(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSame(one[name], other[name]))
  );
}

/** Return the names of the fields of a record that differ, those that went or came among them. */
export function changedFields(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isSame(before[name], after[name]));
}

/**
 * Put an editor's changes on top of what a record says now: each field that the editor changed
 * keeps the editor's words. `both` names those that somebody else has changed as well.
 */
export function onTop(opened, mine, now) {
  const value = { ...now };
  for (const name of changedFields(opened, mine)) {
    if (name in mine) value[name] = mine[name];
    else delete value[name];
  }
  const both = changedFields(opened, mine).filter(
    (name) => changedFields(opened, now).includes(name) && !isSame(mine[name], now[name]),
  );
  return { value, both };
}

/** Say whether a field was left empty. */
export function isEmpty(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Return what is wrong with the words in one field by its own rules, or nothing. */
export function faultOf(field, value, given) {
  if (isEmpty(value)) {
    return field.needed && isEmpty(given) ? `${field.label}: this one is needed.` : "";
  }
  if (field.widget === "number") {
    const number = Number(value);
    if (!Number.isInteger(number)) return `${field.label}: write a whole number, in digits.`;
    if (field.least !== undefined && number < field.least) {
      return `${field.label}: the least is ${field.least}.`;
    }
    if (field.most !== undefined && number > field.most) {
      return `${field.label}: the most is ${field.most}.`;
    }
    return "";
  }
  if (typeof value !== "string") return "";
  if (field.longest && [...value].length > field.longest) {
    return `${field.label}: ${[...value].length} characters are too many. At most ${field.longest}.`;
  }
  return fits(field.pattern, value) ? "" : `${field.label}: ${field.wording || "this is not written as it has to be."}`;
}

function fits(pattern, value) {
  if (!pattern) return true;
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true; // a rule that only the check knows
  }
}

/** Return which of several shapes a value has: the place of the first that knows all its keys. */
export function shapeOf(options, value) {
  const isGroup = typeof value === "object";
  const place = options.findIndex((one) => {
    if ((one.widget === "group") !== isGroup) return false;
    if (!isGroup) return true;
    const names = one.fields.map(({ name }) => name);
    const needed = one.fields.filter((inner) => inner.needed).map(({ name }) => name);
    return (
      Object.keys(value).every((name) => names.includes(name)) &&
      needed.every((name) => name in value)
    );
  });
  return Math.max(place, 0);
}
