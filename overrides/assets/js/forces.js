// Sorts and sifts the table of forces. Without it the table is whole, in the order of the data.
const table = document.querySelector(".force-table table");
const body = table.tBodies[0];
const rows = [...body.rows];
const form = document.getElementById("sift");
const count = document.getElementById("sift-count");
const field = (name) => document.getElementById(`sift-${name}`);
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
    shown += fits;
  }
  count.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
}

function sort(heading, column) {
  const down = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => row.cells[column].dataset.sort;
  const numeric = rows.every((row) => value(row) !== "" && !Number.isNaN(Number(value(row))));
  const order = (one, other) =>
    numeric
      ? Number(value(one)) - Number(value(other))
      : value(one).localeCompare(value(other), "en-GB");
  const sorted = [...rows].sort((one, other) => (down ? -order(one, other) : order(one, other)));
  body.append(...sorted);
}

[...table.tHead.rows[0].cells].forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sorter";
  button.textContent = heading.textContent;
  button.addEventListener("click", () => sort(heading, column));
  heading.replaceChildren(button);
});
form.addEventListener("input", sift);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
sift();
