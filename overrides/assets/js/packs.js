// Puts a pack together from the files of this site that are in it. Nothing is asked of any other host.

const AT_ONCE = 6;
const SAID_EVERY = 10;
const LIST = ".parts.json";

const refused = (words) => Object.assign(new Error(words), { isTold: true });

async function answer(address) {
  const answered = await fetch(address).catch(() => null);
  if (!answered?.ok) {
    const name = decodeURIComponent(new URL(address).pathname.split("/").pop());
    throw refused(`${name} could not be fetched. Is the device online?`);
  }
  return answered;
}

async function contentOf(part, base) {
  if (part.text !== undefined) return new TextEncoder().encode(part.text);
  const answered = await answer(new URL(part.at, base));
  const content = new Uint8Array(await answered.arrayBuffer());
  if (content.length !== part.size || crc32.of(content) !== part.crc) {
    throw refused(`${part.name} is not the file that the list names: the hub may just have changed. Load this page again.`);
  }
  return content;
}

// Fetches a few files at once. Once one has failed, no more are fetched, and those on their way are not told of.
async function fetched(parts, base, told) {
  const files = [];
  let next = 0;
  let done = 0;
  let isFaulty = false;
  async function fetchOn() {
    while (next < parts.length) {
      const at = next;
      next += 1;
      try {
        files[at] = { name: parts[at].name, content: await contentOf(parts[at], base) };
      } catch (fault) {
        next = parts.length;
        isFaulty = true;
        throw fault;
      }
      done += 1;
      if (!isFaulty) told(done);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
  return files;
}

function saved(name, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(bytes, { type: "application/zip" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function putTogether(link, said) {
  const name = `${new URL(link.href).pathname.split("/").pop().slice(0, -LIST.length)}.zip`;
  said.textContent = "Fetching the list of files…";
  const answered = await answer(link.href);
  const list = await answered.json();
  const count = list.parts.length;
  const files = await fetched(list.parts, link.href, (done) => {
    if (done % SAID_EVERY === 0) said.textContent = `Fetching files: ${done} of ${count}…`;
  });
  saved(name, zipWriting.pieces(files, list.dated));
  said.textContent = `Saved as ${name}, with ${count} files.`;
}

for (const link of document.querySelectorAll("a[data-pack]")) {
  const place = link.parentElement;
  const said = place.nextElementSibling;
  let isBusy = false;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    try {
      await putTogether(link, said);
    } catch (fault) {
      const why = fault.isTold ? fault.message : "Something went wrong in this browser.";
      said.textContent = `The ZIP was not made. ${why} You can also take the files one by one.`;
    }
    isBusy = false;
  });
  // A page on a disk may fetch nothing: the files stand beside it.
  place.hidden = location.protocol === "file:";
}
