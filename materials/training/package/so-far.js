// What is still to be read and to be compared, and when everything has been. No page is needed here.

const soFar = (() => {
  const none = { read: new Set(), compared: new Set() };

  // Numbers of parts and of questions, each from 1, that are not done yet.
  function left(parts, questions, done = none) {
    const rest = (count, had) => Array.from({ length: count }, (_, at) => at + 1).filter((one) => !had.has(one));
    return { parts: rest(parts, done.read), questions: rest(questions, done.compared) };
  }

  const listed = (numbers) =>
    numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;

  // Says in a sentence what is left; nothing when nothing is.
  function told(rest) {
    const said = [];
    if (rest.parts.length) said.push(`read part ${listed(rest.parts)}`);
    if (rest.questions.length) said.push(`open the answer to question ${listed(rest.questions)}`);
    return said.length ? `To finish: ${said.join(", and ")}.` : "";
  }

  return { left, told };
})();
