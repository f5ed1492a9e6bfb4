// Sorts and sifts the table of forces. Without it the table is whole, in the order of the data.
const table = document.querySelector(".force-table table");
const groups = [...table.tBodies].map((body) => [...body.querySelectorAll("tr[data-id]")]);
const rows = groups.flat();
const form = document.getElementById("sift");
const count = document.getElementById("sift-count");
const field = (name) => document.getElementById(`sift-${name}`);
let wasSifted = false;
const text = (row, column) => row.cells[column].textContent.trim().toLowerCase();

function sift() {
  const name = field("name").value.trim().toLowerCase();
  const region = field("region").value;
  const stage = field("stage").value;
  const aid = field("aid").checked;
  let shown = 0;
  for (const row of rows) {
    const fits =
      text(row, 0).includes(name) &&
      (!region || row.cells[1].dataset.sort === region) &&
      (!stage || row.querySelector(".stage").textContent === stage) &&
      (!aid || row.cells[5].dataset.sort === "Yes");
    row.hidden = !fits;
    shown += Number(fits);
  }
  for (const [at, group] of groups.entries()) {
    const heading = table.tBodies[at].querySelector(".group");
    if (heading) heading.hidden = group.every((row) => row.hidden);
  }
  count.textContent = told(shown);
}

// Nothing is said before anything was chosen; what was chosen and cleared again is said as well.
function told(shown) {
  if (shown === 0) return "None suits. Take out some letters, or choose fewer filters.";
  if (shown === rows.length) return wasSifted ? `All ${rows.length} shown` : "";
  wasSifted = true;
  return `${shown} of ${rows.length} shown`;
}

// Returns how two rows compare by a column.
function comparison(column) {
  const value = (row) => row.cells[column].dataset.sort;
  const numeric = rows.every((row) => value(row) !== "" && !Number.isNaN(Number(value(row))));
  return numeric
    ? (one, other) => Number(value(one)) - Number(value(other))
    : (one, other) => value(one).localeCompare(value(other), "en-GB");
}

// Sorts each group of rows by itself, so that partners stay apart from forces. Without a column,
// the rows go back to the order of the data.
function sort(column, down) {
  for (const heading of headings) heading.removeAttribute("aria-sort");
  const order = column === null ? () => 0 : comparison(column);
  if (column !== null) {
    headings[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  }
  for (const [at, group] of groups.entries()) {
    const sorted = [...group].sort((one, other) => (down ? -1 : 1) * order(one, other));
    table.tBodies[at].append(...sorted);
  }
  const chosen = `${column} ${down ? "down" : "up"}`;
  const offered = [...field("sort").options].some((one) => one.value === chosen);
  field("sort").value = offered ? chosen : "";
}

const headings = [...table.tHead.rows[0].cells];
headings.forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sorter";
  button.textContent = heading.textContent;
  button.addEventListener("click", () =>
    sort(column, heading.getAttribute("aria-sort") === "ascending"),
  );
  const name = document.createElement("span");
  name.className = "sorter-name";
  name.textContent = heading.textContent;
  heading.replaceChildren(name, button);
});
form.addEventListener("input", sift);
field("sort").addEventListener("input", () => {
  const [column, way] = field("sort").value.split(" ");
  sort(column === "" ? null : Number(column), way === "down");
});
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
sift();

// A reader who asked this device to remember a force finds it at the top, and can have it forgotten.
function remembered() {
  const known = table.querySelector(`tr[data-id="${CSS.escape(keptForce.recall())}"] a`);
  if (!known) return;
  const line = document.createElement("p");
  const link = document.createElement("a");
  const forget = document.createElement("button");
  line.className = "kept-force";
  link.href = known.getAttribute("href");
  link.textContent = known.textContent;
  forget.type = "button";
  forget.className = "button quiet";
  forget.textContent = "Forget it";
  forget.addEventListener("click", () => {
    keptForce.keep("");
    line.replaceChildren("This device has forgotten your force.");
    line.tabIndex = -1;
    line.focus();
  });
  line.append("Your force: ", link, ". ", forget);
  document.querySelector(".prose .lead").after(line);
}

remembered();
