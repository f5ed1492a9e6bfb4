// Narrows down the list of downloads. The address keeps what was chosen; nothing is stored or sent.

(() => {
  const form = document.getElementById("material-filter");
  const list = document.getElementById("material-groups");
  if (!form || !list) return;
  const count = document.getElementById("material-count");
  const fields = [...form.elements].filter((field) => field.name);
  const groups = [...list.querySelectorAll(".material-group")].map((section) => ({
    section,
    title: section.firstElementChild.textContent.toLowerCase(),
    rows: [...section.querySelectorAll("li")],
  }));
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name) ?? "";
    const known = !field.options || [...field.options].some((option) => option.value === value);
    field.value = known ? value : "";
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const chosen = new URLSearchParams();
    for (const field of fields) if (field.value) chosen.set(field.name, field.value);
    const query = chosen.toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    filter();
  });
  filter();

  function filter() {
    const { words, kind, audience, format } = Object.fromEntries(
      fields.map((field) => [field.name, field.value]),
    );
    const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, title, rows } of groups) {
      let here = 0;
      for (const row of rows) {
        const text = `${title} ${row.textContent.toLowerCase()}`;
        const suits =
          (!kind || row.dataset.kind === kind) &&
          (!audience || [audience, "everyone"].includes(row.dataset.audience)) &&
          (!format || row.dataset.format === format) &&
          terms.every((term) => text.includes(term));
        row.hidden = !suits;
        here += suits;
      }
      section.hidden = here === 0;
      shown += here;
    }
    count.textContent =
      shown === total
        ? `${total} downloads`
        : shown
          ? `${shown} of ${total} downloads`
          : "Nothing suits. Choose fewer filters, or other words.";
  }
})();
