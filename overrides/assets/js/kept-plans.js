// A trainer's own copy of plans, where this browser was asked to keep it. Nothing is kept otherwise.
const keptPlans = (() => {
  const KEY = "peer-support-hub-plans";

  // The plans that are kept; null where nothing was asked to be kept.
  function recall() {
    try {
      const text = localStorage.getItem(KEY);
      return text === null ? null : (ownCopy.read(text) ?? {});
    } catch {
      return null;
    }
  }

  // Says whether the browser allowed it.
  function keep(plans) {
    try {
      localStorage.setItem(KEY, ownCopy.written(plans));
      return true;
    } catch {
      return false;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser that allows no keeping has nothing to forget.
    }
  }

  return { KEY, recall, keep, forget };
})();
