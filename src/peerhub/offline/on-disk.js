// Leads links that scripts make to the file that a host would show, or to the web for what was left out.

const bagRoot = new URL("../../", document.currentScript.src);

function bagged(link) {
  if (!link || link.protocol !== "file:") return;
  const to = new URL(link.href);
  const path = to.pathname.slice(bagRoot.pathname.length);
  if (MISSING.has(decodeURIComponent(path))) link.href = new URL(path, HUB);
  else if (to.pathname.endsWith("/")) {
    to.pathname += "index.html";
    link.href = to.href;
  }
}

for (const name of ["pointerdown", "focusin", "click"]) {
  addEventListener(name, (event) => bagged(event.target.closest?.("a[href]")), true);
}
