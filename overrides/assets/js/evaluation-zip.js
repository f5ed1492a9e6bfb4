// Reads a ZIP file, as spreadsheets are, within limits of size. No page is needed here.

const sheetZip = (() => {
  const END = 0x06054b50;
  const ENTRY = 0x02014b50;
  const LOCAL = 0x04034b50;
  const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
  const FARTHEST = 65557;

  const refused = (code) => Object.assign(new Error(code), { isRefusal: true });

  // The code of a refusal; faults of a browser's own, some of which bear codes too, are damage.
  /** @param {any} fault */
  const codeOf = (fault) => (fault?.isRefusal ? fault.message : "damaged");

  // Where the list of parts is told of, seen from the end; what begins no ZIP file is none.
  function endOf(view) {
    const last = view.byteLength - 22;
    for (let at = last; at >= Math.max(0, last - FARTHEST); at -= 1) {
      if (view.getUint32(at, true) === END) return at;
    }
    throw refused("damaged");
  }

  function entryAt(view, bytes, at) {
    if (view.getUint32(at, true) !== ENTRY) throw refused("damaged");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const text = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + name));
    const entry = {
      name: text.replaceAll("\\", "/"),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    return [entry, at + 46 + name + extra + comment];
  }

  function listed(bytes, limits) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    if (count > limits.parts) throw refused("too-large");
    const parts = new Map();
    let at = view.getUint32(end + 16, true);
    let unpacked = 0;
    for (let number = 0; number < count; number += 1) {
      const [entry, next] = entryAt(view, bytes, at);
      if (parts.has(entry.name)) throw refused("damaged");
      parts.set(entry.name, entry);
      unpacked += entry.size;
      at = next;
    }
    if (unpacked > limits.unpacked) throw refused("too-large");
    return { view, parts };
  }

  // A file may say that it is small and not be: no more is unpacked than it says.
  async function inflated(packed, size) {
    const whole = new Uint8Array(size);
    const flow = new DecompressionStream("deflate-raw");
    const writer = flow.writable.getWriter();
    const silent = () => {};
    writer.write(packed).catch(silent);
    writer.close().catch(silent);
    const reader = flow.readable.getReader();
    let at = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) {
        reader.cancel().catch(silent);
        throw refused("damaged");
      }
      whole.set(value, at);
      at += value.length;
    }
    return whole.subarray(0, at);
  }

  async function unpacked(view, bytes, entry) {
    if (view.getUint32(entry.start, true) !== LOCAL) throw refused("damaged");
    const name = view.getUint16(entry.start + 26, true);
    const begins = entry.start + 30 + name + view.getUint16(entry.start + 28, true);
    const packed = bytes.subarray(begins, begins + entry.packed);
    if (packed.length !== entry.packed || ![0, 8].includes(entry.method)) throw refused("damaged");
    const whole = entry.method === 0 ? packed : await inflated(packed, entry.size);
    if (whole.length !== entry.size || crc32.of(whole) !== entry.crc) throw refused("damaged");
    return whole;
  }

  // Whatever a broken file makes go wrong, it is told as broken.
  /** @param {() => any} work */
  async function asDamaged(work) {
    try {
      return await work();
    } catch (fault) {
      throw refused(codeOf(fault));
    }
  }

  // Opens a file: the names of its parts, and a way to read one as bytes. Throws a refusal.
  function open(bytes, limits) {
    return asDamaged(() => {
      if (bytes.length > limits.file) throw refused("too-large");
      if (OLD_OFFICE.every((byte, place) => bytes[place] === byte)) throw refused("password");
      if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refused("not-a-sheet");
      const { view, parts } = listed(bytes, limits);
      if ([...parts.values()].some((entry) => entry.locked)) throw refused("password");
      const read = (name) =>
        asDamaged(() => {
          const entry = parts.get(name);
          if (!entry) throw refused("damaged");
          return unpacked(view, bytes, entry);
        });
      return { names: [...parts.keys()], read };
    });
  }

  // What a part says, as text; spreadsheets write UTF-8, and need no entities of their own.
  function text(bytes) {
    let said = "";
    try {
      said = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw refused("damaged");
    }
    if (/<!(DOCTYPE|ENTITY)/i.test(said)) throw refused("damaged");
    return said;
  }

  return { open, text, refused, codeOf };
})();
