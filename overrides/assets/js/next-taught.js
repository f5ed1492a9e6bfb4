// Takes away dates that have begun by the reader's own clock, and their part with the last of them.

(() => {
  const LONGEST_WAIT = 60 * 60 * 1000;

  for (const block of document.querySelectorAll("[data-next]")) {
    const dates = [...block.querySelectorAll("[data-begins]")];
    const fold = block.querySelector("details");
    tidy();

    // Looks again when the next of them begins.
    function tidy() {
      const now = Date.now();
      for (const date of dates) date.hidden = Date.parse(date.dataset.begins) <= now;
      const left = dates.filter((date) => !date.hidden);
      if (fold) fold.hidden = !fold.querySelector("[data-begins]:not([hidden])");
      block.closest(".side-part").hidden = !left.length;
      const next = Math.min(...left.map((date) => Date.parse(date.dataset.begins)));
      if (left.length) setTimeout(tidy, Math.min(next - now, LONGEST_WAIT));
    }
  }
})();
