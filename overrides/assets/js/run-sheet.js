// Sets out the run sheet and the print list of the plan that planner.js shows; plan-papers.js finds their words.

(() => {
  const root = document.getElementById("planner");
  const papers = document.getElementById("plan-papers");
  if (!root || !papers) return;
  const { title: workshop, sheets } = JSON.parse(decodeURIComponent(root.dataset.plan));
  if (!sheets) return;
  const RUN = ["Time", "Min", "Step", "How", "Leads", "Slide", "Sheets", "Keep", "Your notes"];
  const LIST = ["Sheet", "What", "How many", "Cut"];

  root.addEventListener("planned", ({ detail: { plan, asked, given } }) => {
    fill("plan-run", RUN, planPapers.runSheets(given, plan, asked));
    fill("plan-list", LIST, planPapers.printLists(given, plan, asked));
    papers.hidden = false;
  });
  for (const name of ["run", "list"]) {
    document.getElementById(`plan-print-${name}`).addEventListener("click", () => print(name));
  }

  function fill(id, heads, days) {
    document.getElementById(id).replaceChildren(...days.map(({ title, lines }) => table(title, heads, lines)));
  }

  // Only what is asked for goes on paper: a copy of it stands by itself while the page is printed.
  function print(name) {
    const paper = make("div", `paper paper-${name}`);
    const tables = document.getElementById(`plan-${name}`).cloneNode(true);
    tables.removeAttribute("id");
    paper.append(make("h1", "", workshop), tables);
    document.body.append(paper);
    document.body.classList.add("paper-only");
    window.print();
    document.body.classList.remove("paper-only");
    paper.remove();
  }

  function table(words, heads, lines) {
    const made = make("table", "run-table");
    const head = make("tr");
    head.append(...heads.map((one) => cell("th", one, "col")));
    const top = make("thead");
    top.append(head);
    const body = make("tbody");
    body.append(...lines.map((line) => row(line, heads.length)));
    made.append(make("caption", "", words), top, body);
    return made;
  }

  function row(line, wide) {
    const made = make("tr", line.length === 1 ? "run-head" : "");
    if (line.length === 1) {
      const head = cell("th", line[0], "colgroup");
      head.colSpan = wide;
      made.append(head);
      return made;
    }
    const [first, ...rest] = [...line, ...Array(wide - line.length).fill("")];
    // A line that only goes on with the one above heads nothing: an empty head is read out as none.
    const lead = first ? cell("th", first, "row") : cell("td", "");
    made.append(lead, ...rest.map((words) => cell("td", words)));
    return made;
  }

  function cell(name, words, scope) {
    const made = make(name, "", words);
    if (scope) made.scope = scope;
    return made;
  }

  function make(name, classes = "", words = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (words) made.textContent = words;
    return made;
  }
})();
