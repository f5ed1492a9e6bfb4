// The gallery's choice of force, readers and size. Without it every poster and force is there.
const { recall, keep } = keptForce;
const form = document.getElementById("gallery-choice");
const field = (name) => document.getElementById(`gallery-${name}`);
let wasChosen = false;
const designs = [...document.querySelectorAll(".gallery-design")];
const LEAVES = {
  now: "This force can put it up now.",
  "not-yet": "Not yet in this force.",
  unknown: "Nothing is recorded for this force.",
};

// The languages in which a force has a design, with English beside; of no force, all the design has.
function tongues(design, option) {
  const spoken = option.value ? (option.dataset.languages ?? "").split(" ") : null;
  return design.dataset.tongues.split(" ").filter((one) => one && (!spoken || spoken.includes(one)));
}

function copies(design, option, size, language) {
  const sizes = design.dataset.sizes.split(" ").filter((one) => !size || one === size);
  return ["en", ...tongues(design, option)]
    .filter((name) => !language || name === language)
    .flatMap((name) => sizes.map((one) => [one, name]))
    .flatMap(([one, name]) => paper(one).dataset.kinds.split(" ").map((kind) => [one, name, kind]));
}

function paper(size) {
  return [...field("size").options].find((one) => one.value === size);
}

function fileLink(design, force, size, language, kind) {
  const title = design.querySelector("h3").textContent;
  const link = document.createElement("a");
  link.className = "button";
  link.href = `${design.id}/${force}-${size}${language === "en" ? "" : `-${language}`}.${kind}`;
  const tongue = language === "en" ? "" : `, ${design.getAttribute(`data-name-${language}`)}`;
  const name = `${paper(size).textContent}${tongue}, ${kind.toUpperCase()}`;
  link.textContent = name;
  link.setAttribute("aria-label", `${name}: ${title}`);
  return link;
}

// A picture is fetched when it is nearly on the screen: browsers by themselves fetch those far below.
const near = new IntersectionObserver(
  (seen) => {
    for (const one of seen) if (one.isIntersecting) fetched(one.target);
  },
  { rootMargin: "200px" },
);

function fetched(image) {
  near.unobserve(image);
  if (image.getAttribute("src") !== image.dataset.wanted) image.src = image.dataset.wanted;
}

// Takes a design's picture, which stands there for those without script, and lets it wait.
function waiting(design) {
  const held = design.querySelector("noscript");
  const image = new DOMParser().parseFromString(held.textContent, "text/html").querySelector("img");
  image.dataset.any = image.getAttribute("src");
  image.dataset.reads = image.alt;
  image.removeAttribute("src");
  image.removeAttribute("loading");
  held.replaceWith(image);
  near.observe(image);
}

// The picture is the chosen force's own, in the chosen language; without them it is the design's.
function picture(design, option) {
  const image = design.querySelector("img");
  const force = option.value;
  const tongue = tongues(design, option).find((one) => one === field("language")?.value);
  const folder = image.dataset.any.replace(/[^/]*$/, "");
  const plain = devicePixelRatio > 1 ? "picture" : "picture-small";
  const name = `${force ? `${force}-a4` : plain}${tongue ? `-${tongue}` : ""}.webp`;
  image.dataset.wanted = `${folder}${name}`;
  if (image.hasAttribute("src")) fetched(image);
  image.alt = tongue ? image.getAttribute(`data-reads-${tongue}`) : image.dataset.reads;
}

// A copy of the hub on a disk has no pictures of forces' posters: the design's stands for them.
for (const design of designs) {
  waiting(design);
  const image = design.querySelector("img");
  image.addEventListener("error", () => {
    if (image.getAttribute("src") !== image.dataset.any) image.src = image.dataset.any;
  });
}

function show() {
  const option = field("force").selectedOptions[0];
  const force = option.value;
  const leaves = Object.fromEntries(
    (option.dataset.leaves ?? "").split(" ").map((one) => one.split(":")),
  );
  let shown = 0;
  for (const design of designs) {
    const size = field("size").value;
    const files = copies(design, option, size, field("language")?.value);
    const readers = field("readers").value;
    const fits = (!readers || design.dataset.readers === readers) && files.length > 0;
    design.hidden = !fits;
    if (fits) picture(design, option);
    shown += Number(fits);
    const when = design.querySelector("dd[data-any]");
    const leave = leaves[design.id];
    when.textContent = [LEAVES[leave], leave === "now" ? "" : when.dataset.any]
      .filter(Boolean)
      .join(" ");
    const make = design.querySelector(".gallery-make a");
    make.href = `make/?${new URLSearchParams({ design: design.id, ...(force && { force }) })}`;
    const list = design.querySelector(".gallery-files");
    list.hidden = !force;
    list.replaceChildren(...(force ? files.map((one) => fileLink(design, force, ...one)) : []));
  }
  field("count").textContent = told(shown, option);
  field("pack").hidden = !force;
  if (force) {
    const link = field("pack").firstElementChild;
    const isApart = form.dataset.packs === "apart";
    link.href = isApart ? `../forces/${force}/#files` : `packs/${force}.zip`;
    link.textContent = `All posters for ${option.textContent}, ZIP${isApart ? ", on its page" : ""}`;
  }
  const kept = recall();
  field("keep").checked = Boolean(kept);
  field("keep").disabled = !force && !kept;
  field("kept").hidden = !kept;
  const name = [...field("force").options].find((one) => one.value === kept)?.textContent ?? kept;
  field("kept-force").textContent = `This device remembers ${name}.`;
}

// Nothing is said before anything was chosen; each choice is said, and so is one that is taken back.
function told(shown, option) {
  const whose = option.value ? ` for ${option.textContent}` : "";
  if (!shown) return "No poster suits. Choose any size, or any readers.";
  if (shown < designs.length) return `${shown} of ${designs.length} posters shown${whose}`;
  if (whose) return `${shown} posters${whose}. The files are below each poster.`;
  return wasChosen ? `All ${shown} posters shown` : "";
}

function change() {
  wasChosen = true;
  const force = field("force").value;
  if (recall() && force) keep(force);
  const asked = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  for (const [name, value] of [...asked]) if (!value) asked.delete(name);
  history.replaceState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}${location.hash}`);
  show();
}

const asked = new URLSearchParams(location.search);
const wanted = { force: asked.get("force") ?? recall(), readers: asked.get("for"), size: asked.get("size"), language: asked.get("language") };
for (const [name, value] of Object.entries(wanted)) {
  const known = [...(field(name)?.options ?? [])].some((option) => option.value === value);
  if (value && known) field(name).value = value;
}
field("keep").addEventListener("change", (event) => {
  keep(event.target.checked ? field("force").value : "");
  show();
});
field("forget").addEventListener("click", () => {
  keep("");
  show();
  field("force").focus();
});
window.addEventListener("beforeprint", () => {
  for (const design of designs) fetched(design.querySelector("img"));
});
form.addEventListener("change", change);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
show();
