// Offers the other editions, where there are any: the list stands beside this edition's folder.

(() => {
  const here = new URL("../../", document.currentScript.src);
  const edition = document.documentElement.dataset.edition;
  const place = document.getElementById("editions");
  if (!edition || !place) return;

  fetch(new URL("../versions.json", here))
    .then((answer) => (answer.ok ? answer.json() : []))
    .then(offer)
    .catch(() => {});

  function offer(editions) {
    if (editions.length < 2) return;
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.textContent = "Read another edition ";
    for (const { version, title, aliases } of editions) {
      const newest = aliases.includes("latest") ? ", the newest" : "";
      select.add(new Option(`${title}${newest}`, version, false, version === edition));
    }
    label.append(select);
    place.append(label, button(select));
    place.hidden = false;
  }

  // A button, because choosing with the arrow keys must not leave the page.
  function button(select) {
    const go = document.createElement("button");
    go.type = "button";
    go.className = "button";
    go.textContent = "Go";
    go.addEventListener("click", () => visit(select.value));
    return go;
  }

  // The same page in the other edition if it is there, else that edition's home page.
  async function visit(version) {
    const home = new URL(`../${version}/`, here);
    const page = new URL(location.href.slice(here.href.length), home);
    const known = await fetch(page, { method: "HEAD" }).then(
      (answer) => answer.ok,
      () => false,
    );
    location.assign(known ? page : home);
  }
})();
