// Shows one part at a time, and has the learning system told once everything is read and compared.
// What is written stays in the window: nothing here reads it.

(() => {
  const SAID = {
    told: "You have finished. Your learning system has been told that, and nothing else.",
    before: "You have finished. Your learning system knew that already.",
    alone: "You have finished. No learning system is listening, so nobody has been told.",
    refused: "You have finished, but your learning system did not take it. Press Finish to try again, or tell whoever runs it.",
  };
  const at = (name) => document.getElementById(name);
  const parts = [...document.querySelectorAll(".part")];
  const links = [...document.querySelectorAll("#parts a")];
  const answers = [...document.querySelectorAll(".answer")];
  const done = { read: new Set(), compared: new Set() };
  const listening = reporting.begin().catch(() => "alone");
  let shown = 0;
  let isTold = false;

  function show(number, isAsked = true) {
    shown = number;
    for (const [place, part] of parts.entries()) part.hidden = place !== number;
    for (const [place, link] of links.entries()) {
      if (place === number) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    at("back").hidden = number === 0;
    at("next").textContent = number === parts.length - 1 ? "Finish" : "Next";
    if (isAsked) at(`title-${number + 1}`).focus();
    if (isAsked) at(`title-${number + 1}`).scrollIntoView();
  }

  async function settle(isAsked) {
    const rest = soFar.left(parts.length, answers.length, done);
    const said = soFar.told(rest);
    if (said) {
      if (isAsked) at("so-far").textContent = said;
      return;
    }
    if (isTold) return;
    isTold = true;
    const state = await listening;
    const told = state === "listening" ? ((await reporting.complete()) ? "told" : "refused") : state;
    isTold = told !== "refused";
    at("so-far").textContent = SAID[told];
  }

  function goOn() {
    done.read.add(shown + 1);
    links[shown].classList.add("read");
    const isLast = shown === parts.length - 1;
    if (isLast) settle(true);
    else show(shown + 1);
    if (!isLast) settle(false);
  }

  at("next").addEventListener("click", goOn);
  at("back").addEventListener("click", () => show(shown - 1));
  for (const [place, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(place);
    });
  }
  for (const [place, answer] of answers.entries()) {
    answer.addEventListener("toggle", () => {
      if (!answer.open) return;
      done.compared.add(place + 1);
      settle(shown === parts.length - 1 && done.read.has(parts.length));
    });
  }
  addEventListener("pagehide", () => reporting.end());
  // A page that the browser had put by has said goodbye already, so it begins again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  at("steps").hidden = false;
  show(0, false);
})();
