// Sets past events apart by the reader's own clock, filters the calendar by the address, and
// says when booking is closed.

(() => {
  const LONGEST_WAIT = 60 * 60 * 1000;

  // Runs a step at a moment and again when the moment has come, however far away it is.
  function when(moment, step) {
    const left = moment - Date.now();
    step(left <= 0);
    if (left > 0) setTimeout(() => when(moment, step), Math.min(left, LONGEST_WAIT));
  }

  for (const block of document.querySelectorAll("[data-dated]")) {
    const form = block.querySelector("form");
    const fields = form ? [...form.elements] : [];
    const items = [...block.querySelectorAll("[data-end]")].map((item) => ({
      item,
      end: Date.parse(item.dataset.end),
      home: item.parentElement,
    }));
    const past = block.querySelector(".past");
    const none = block.querySelector(".none-ahead");
    const count = block.querySelector(".calendar-count");
    const unit = block.dataset.dated || "date";
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    if (form) {
      form.hidden = fields.length === 0;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("change", () => {
        const chosen = new URLSearchParams();
        for (const field of fields) if (field.value) chosen.set(field.name, field.value);
        const query = chosen.toString();
        history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
        filter();
      });
    }
    split();

    // Moves what is over, newest first, and looks again when the next event ends.
    function split() {
      const now = Date.now();
      const list = past.querySelector("ol");
      for (const { item, end, home } of items) {
        if (end <= now && item.parentElement === home) list.prepend(item);
      }
      const next = Math.min(...items.map(({ end }) => end).filter((end) => end > now));
      if (Number.isFinite(next)) setTimeout(split, Math.min(next - now, LONGEST_WAIT));
      filter();
    }

    function filter() {
      for (const { item } of items) item.hidden = !fields.every((field) => suits(item, field));
      for (const section of block.querySelectorAll(".month")) {
        section.hidden = !section.querySelector(".event:not([hidden])");
        const link = block.querySelector(`.months a[href="#${section.getAttribute("aria-labelledby")}"]`);
        if (link) link.parentElement.hidden = section.hidden;
      }
      past.hidden = !past.querySelector("[data-end]:not([hidden])");
      if (none) none.hidden = items.some(isAhead);
      if (count) count.textContent = told();
      // A list of months passes what was chosen on to the pages of those months.
      for (const link of block.querySelectorAll(".month-index a")) link.search = location.search;
    }

    function isAhead({ item, home }) {
      return !item.hidden && item.parentElement === home;
    }

    function told() {
      const shown = items.filter(({ item }) => !item.hidden);
      const left = shown.filter(isAhead);
      const off = left.filter(({ item }) => item.classList.contains("event-cancelled")).length;
      const over = shown.length - left.length;
      const chosen = fields.some((field) => field.value);
      if (!shown.length) return `No ${unit} matches. Choose fewer filters to see more.`;
      const ahead = left.length - off;
      return [
        `${ahead} ${unit}${ahead === 1 ? "" : "s"} to come`,
        off ? `, ${off} cancelled` : "",
        over ? `, ${over} past` : "",
        chosen ? ", as you chose" : "",
        ".",
      ].join("");
    }
  }

  // An event for every region or role has none named, so it suits each choice.
  function suits(item, field) {
    const has = item.dataset[field.name];
    return !field.value || has === undefined || has.split(" ").includes(field.value);
  }

  // An event's own page says when it is over, and when booking is closed.
  for (const notice of document.querySelectorAll("[data-over]")) {
    when(Date.parse(notice.dataset.over), (over) => {
      notice.hidden = !over;
    });
  }
  for (const booking of document.querySelectorAll("[data-closes]")) {
    when(Date.parse(booking.dataset.closes), (closed) => {
      booking.querySelector(".booking-open").hidden = closed;
      booking.querySelector(".booking-closed").hidden = !closed;
    });
  }
})();
