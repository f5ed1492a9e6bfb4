// Brings a trainer's own copy into a workshop's plan: the one that this browser keeps, or one from a file.

(() => {
  const root = document.getElementById("planner");
  const box = document.getElementById("plan-own");
  if (!root || !box) return;
  const LARGEST = 1000000;
  const told = document.getElementById("plan-own-told");
  const file = document.getElementById("plan-own-file");

  // Only modules that this workshop teaches are counted.
  function bring(plans, whence) {
    const taught = new Set(JSON.parse(decodeURIComponent(root.dataset.plan)).days.flatMap(({ rows }) => rows.map(({ module }) => module)));
    const found = Object.keys(plans).filter((one) => taught.has(one)).length;
    root.dispatchEvent(new CustomEvent("owned", { detail: { plans } }));
    told.textContent = found
      ? `Your own copy of ${found} ${found === 1 ? "plan" : "plans"} is in these times and in the run sheet, ${whence}.`
      : `Your copy, ${whence}, says nothing of the modules of this workshop.`;
  }

  document.getElementById("plan-own-open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    const plans = chosen.size > LARGEST ? null : ownCopy.read(await chosen.text());
    if (plans) bring(plans, `from ${chosen.name}`);
    else told.textContent = `${chosen.name} is no copy saved from this hub. Nothing has changed here.`;
  });
  const kept = keptPlans.recall();
  if (kept) bring(kept, "as this browser keeps it");
  box.hidden = false;
})();
