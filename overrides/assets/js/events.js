// Sets past events apart by the reader's own clock, and filters the calendar by the address.

(() => {
  const LONGEST_WAIT = 60 * 60 * 1000;
  const calendar = document.getElementById("calendar");
  const form = document.getElementById("calendar-filter");

  if (calendar) {
    const events = [...calendar.querySelectorAll(".event")].map((item) => ({
      item,
      end: Date.parse(item.dataset.end),
      home: item.parentElement,
    }));
    const past = document.getElementById("calendar-past");
    const count = document.getElementById("calendar-count");
    const fields = [...form.elements];
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    form.hidden = fields.length === 0;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const chosen = new URLSearchParams();
      for (const field of fields) if (field.value) chosen.set(field.name, field.value);
      const query = chosen.toString();
      history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
      filter();
    });
    split();

    // Moves what is over, newest first, and looks again when the next event ends.
    function split() {
      const now = Date.now();
      const list = past.querySelector("ol");
      for (const { item, end, home } of events) {
        if (end <= now && item.parentElement === home) list.prepend(item);
      }
      past.hidden = list.children.length === 0;
      const next = Math.min(...events.map(({ end }) => end).filter((end) => end > now));
      if (Number.isFinite(next)) setTimeout(split, Math.min(next - now, LONGEST_WAIT));
      filter();
    }

    function filter() {
      for (const { item } of events) item.hidden = !fields.every((field) => suits(item, field));
      for (const section of calendar.querySelectorAll(".month")) {
        section.hidden = !section.querySelector(".event:not([hidden])");
        const link = calendar.querySelector(`.months a[href="#${section.getAttribute("aria-labelledby")}"]`);
        if (link) link.parentElement.hidden = section.hidden;
      }
      past.hidden = !past.querySelector(".event:not([hidden])");
      count.textContent = told();
    }

    function told() {
      const shown = events.filter(({ item }) => !item.hidden);
      const ahead = shown.filter(({ item, home }) => item.parentElement === home).length;
      const over = shown.length - ahead;
      const chosen = fields.some((field) => field.value);
      if (!shown.length) return "No date matches. Choose fewer filters to see more.";
      const dates = ahead === 1 ? "1 date to come" : `${ahead} dates to come`;
      return `${dates}${over ? `, ${over} past` : ""}${chosen ? ", as you chose" : ""}.`;
    }
  }

  // An event for every region or role has none named, so it suits each choice.
  function suits(item, field) {
    const has = item.dataset[field.name];
    if (!field.value) return true;
    if (field.name === "online") return (has === "yes") === (field.value === "yes");
    if (has === undefined) return true;
    return has.split(" ").includes(field.value);
  }

  // A page of months passes what was chosen on to the pages of those months.
  const index = document.getElementById("month-index");
  if (index) for (const link of index.querySelectorAll("a")) link.search = location.search;

  // An event's own page says when it is over.
  for (const notice of document.querySelectorAll("[data-over]")) {
    const over = () => {
      const left = Date.parse(notice.dataset.over) - Date.now();
      notice.hidden = left > 0;
      if (left > 0) setTimeout(over, Math.min(left, LONGEST_WAIT));
    };
    over();
  }
})();
