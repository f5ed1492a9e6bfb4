// A long list of forces comes in parts, each a script that is fetched when a name in it is asked for; this one is fetched
// where there are parts. Forces stand in them by their ids; a part is named by the first and the last name in it.
const makerParts = (() => {
  const nobody = posterMaker.forces[0];
  const label = "Names from";
  const failed = "This list did not load. See that you are connected, then choose it again.";

  // Returns the number of the part that holds a force, if any does.
  function partOf(force) {
    return posterMaker.parts.findLastIndex(([first]) => first <= force);
  }

  async function bring(number) {
    if (number < 0 || posterMaker.held[number]) return;
    await makerFetched(`maker-forces-${number}.js`);
  }

  // Lets the forces of one part be chosen from; only another organisation where there is none.
  function take(number) {
    posterMaker.forces = [nobody, ...(posterMaker.held[number] ?? [])];
  }

  // Puts the choice of a part before the choice of a force. `changed` is told when another part is there.
  function choose(list, number, changed) {
    const line = list.closest("p").cloneNode(true);
    const names = line.querySelector("select");
    names.id = "maker-part";
    line.querySelector("label").htmlFor = names.id;
    line.querySelector("label").textContent = label;
    line.hidden = false;
    const parts = posterMaker.parts.map(([, words], at) => new Option(words, String(at)));
    names.replaceChildren(new Option("Choose", "-1"), ...parts);
    names.value = String(number);
    const fault = document.createElement("p");
    fault.className = "maker-fault";
    fault.setAttribute("role", "alert");
    fault.hidden = true;
    list.closest("p").before(line, fault);
    names.addEventListener("change", async (event) => {
      event.stopPropagation();
      const wanted = Number(names.value);
      fault.hidden = true;
      try {
        await bring(wanted);
      } catch {
        fault.textContent = failed;
        fault.hidden = false;
      }
      if (wanted !== Number(names.value)) return; // another was chosen meanwhile
      take(wanted);
      changed();
    });
  }

  // Makes ready what an address or this device asks for. Returns when it is there, or cannot be had.
  async function begin(list, asked, kept, changed) {
    const number = partOf(asked || kept || "");
    try {
      await Promise.all([bring(number), bring(partOf(kept || ""))]);
    } catch {
      // Whoever chooses the part again is told.
    }
    take(number);
    choose(list, posterMaker.held[number] ? number : -1, changed);
  }

  return { begin };
})();
