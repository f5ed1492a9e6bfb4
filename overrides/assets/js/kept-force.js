// The force that a reader asked this device to remember, for every page that has a use for it. Nothing
// is kept unless the reader ticks "Remember my force"; each page that shows it offers to forget it.
const keptForce = (() => {
  const KEY = "peer-support-hub-force";

  function recall() {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return "";
    }
  }

  function keep(force) {
    try {
      if (force) localStorage.setItem(KEY, force);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that refuses to store still shows the page.
    }
  }

  return { recall, keep };
})();
