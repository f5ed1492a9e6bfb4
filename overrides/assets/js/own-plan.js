// A trainer's own copy of one plan, beside the steps. Nothing here sends anything; it stays in this
// window, unless it is saved as a file or the trainer asks this browser to keep it.

(() => {
  const root = document.getElementById("own-plan");
  if (!root) return;
  const UNKEPT = "Nothing is kept. Your copy goes when you close or leave this page, unless you save it as a file.";
  const KEPT = "Kept in this browser. Anyone who can use it, and perhaps your employer on a work device, could read it.";
  const BLOCKED = "This browser does not allow keeping. Save your copy as a file.";
  const LARGEST = 1000000;
  const at = (name) => document.getElementById(`own-${name}`);
  const { module } = root.dataset;
  const keep = at("keep");
  const steps = [...document.querySelectorAll("[data-step]")].map(dressed);
  let plans = {};
  let isSaved = true;

  function make(name, classes = "", words = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (words) made.textContent = words;
    return made;
  }

  // The three fields of a step, and what stands in their place on paper.
  function dressed(item) {
    const box = make("div", "own-step");
    const title = item.querySelector(".step-title").textContent;
    const out = field("input", `Leave out: ${title}`, "Leave this step out", { type: "checkbox" });
    const minutes = field("input", `My minutes: ${title}`, "My minutes", { type: "number", min: 1, max: 240, inputMode: "numeric" });
    const note = field("textarea", `My note: ${title}`, "My note", { rows: 2, maxLength: 2000 });
    const said = make("p", "own-said");
    box.append(out.label, minutes.label, note.label);
    box.hidden = true;
    item.lastElementChild.append(box, said);
    const [offset, length] = item.querySelectorAll(".step-clock span");
    const given = { offset: offset.textContent, length: length.textContent };
    for (const one of [out, minutes, note]) one.field.addEventListener("input", changed);
    const key = item.dataset.step;
    return { key, item, box, said, offset, length, given, whole: Number(item.dataset.minutes), out: out.field, minutes: minutes.field, note: note.field };
  }

  function field(kind, named, words, more) {
    const label = make("label");
    const made = make(kind);
    Object.assign(made, more, { autocomplete: "off", spellcheck: false });
    made.setAttribute("aria-label", named);
    if (more.type === "checkbox") label.append(made, " ", words);
    else label.append(words, " ", made);
    return { label, field: made };
  }

  const own = () => plans[module] ?? {};

  function changed() {
    const said = steps.map(({ key, out, minutes, note }) => [
      key,
      { out: out.checked, minutes: minutes.validity.valid && minutes.value ? Number(minutes.value) : 0, note: note.value },
    ]);
    plans = ownCopy.sound({ ...plans, [module]: Object.fromEntries(said) });
    isSaved = keep.checked;
    settle();
    tell();
  }

  function settle() {
    let state = keep.checked ? KEPT : UNKEPT;
    if (keep.checked && !keptPlans.keep(plans)) {
      state = BLOCKED;
      keep.checked = false;
    }
    at("state").textContent = state;
  }

  // What the copy says, in the plan's own clock and in the words that go on paper.
  function tell() {
    const times = ownCopy.clock(steps.map(({ key, whole }) => [key, whole]), own());
    const isMoved = Object.values(own()).some(({ out, minutes }) => out || minutes);
    for (const [place, step] of steps.entries()) {
      const { out, minutes, note } = own()[step.key] ?? {};
      step.item.classList.toggle("step-out", Boolean(out));
      step.offset.textContent = isMoved ? times[place].map(ownCopy.elapsed).join("–") : step.given.offset;
      step.length.textContent = out ? "left out" : minutes ? `${minutes} minutes` : step.given.length;
      step.said.textContent = [out ? "Left out." : "", note ? `My note: ${note}` : ""].filter(Boolean).join(" ");
    }
  }

  // Puts the copy into the fields.
  function lay() {
    for (const step of steps) {
      const { out, minutes, note } = own()[step.key] ?? {};
      step.out.checked = Boolean(out);
      step.minutes.value = minutes ?? "";
      step.note.value = note ?? "";
    }
    tell();
  }

  function unfold() {
    for (const { box } of steps) box.hidden = false;
    at("desk").hidden = false;
    at("begin").hidden = true;
  }

  // What is said twice is announced twice.
  function say(words) {
    at("told").textContent = "";
    setTimeout(() => { at("told").textContent = words; }, 50);
  }

  function save() {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([ownCopy.written(plans)], { type: "application/json" }));
    link.download = "my-plans.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    isSaved = true;
    say("Saved as my-plans.json, in your downloads. Open it here, or beside a workshop's planner.");
  }

  async function open(file) {
    const found = file.size > LARGEST ? null : ownCopy.read(await file.text());
    if (!found) {
      say(`${file.name} is no copy saved from this hub. Nothing has changed here.`);
      return;
    }
    if (Object.keys(plans).length && !confirm("Put the saved copy in place of what you have here?")) return;
    plans = found;
    isSaved = true;
    settle();
    lay();
    const lost = Object.keys(own()).filter((key) => !steps.some((step) => step.key === key));
    const left = lost.length ? ` The plan no longer has: ${lost.join(", ")}.` : "";
    say(own() && Object.keys(own()).length ? `Opened ${file.name}.${left}` : `Opened ${file.name}. It says nothing of this plan.`);
  }

  function erase() {
    if (!confirm("Erase your copy of every plan, here and in this browser?")) return;
    plans = {};
    keep.checked = false;
    keptPlans.forget();
    isSaved = true;
    settle();
    lay();
    say("Erased. Nothing is left here, and nothing is kept in this browser.");
  }

  keep.addEventListener("change", () => {
    if (keep.checked) plans = { ...(keptPlans.recall() ?? {}), ...plans };
    else keptPlans.forget();
    isSaved = keep.checked;
    settle();
  });
  at("begin").addEventListener("click", () => {
    unfold();
    steps[0]?.note.focus();
  });
  at("save").addEventListener("click", save);
  at("open").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", () => {
    const [file] = at("file").files;
    at("file").value = "";
    if (file) open(file);
  });
  at("print").addEventListener("click", () => window.print());
  at("erase").addEventListener("click", erase);
  addEventListener("beforeunload", (event) => {
    if (!isSaved && Object.keys(plans).length) event.preventDefault();
  });
  // Erasing in one window erases in all of them, and so does a change.
  addEventListener("storage", (change) => {
    if (!keep.checked || (change.key !== keptPlans.KEY && change.key !== null)) return;
    const found = keptPlans.recall();
    plans = found ?? {};
    keep.checked = found !== null;
    settle();
    lay();
  });

  const found = keptPlans.recall();
  if (found) {
    plans = found;
    keep.checked = true;
    unfold();
  }
  settle();
  lay();
  root.hidden = false;
})();
