// Puts files into a ZIP as they are, and writes the same bytes as the program does. No page is needed here.

const zipWriting = (() => {
  const LOCAL = 0x04034b50;
  const ENTRY = 0x02014b50;
  const END = 0x06054b50;
  const VERSION = 20;
  const UNIX = 3;
  const READABLE = 0o644 * 0x10000;
  const WIDE_NAME = 0x0800;

  // Numbers one after the other, each of two or four bytes, and then text.
  function written(numbers, text) {
    const bytes = new Uint8Array(numbers.reduce((sum, [width]) => sum + width, text.length));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [width, number] of numbers) {
      if (width === 4) view.setUint32(at, number, true);
      else view.setUint16(at, number, true);
      at += width;
    }
    bytes.set(text, at);
    return bytes;
  }

  // What a ZIP says of a file in both places: how it is kept, its time, its sum, its sizes, its name.
  function about(name, content, [year, month, day, hour, minute, second]) {
    const isPlain = [...name].every((letter) => letter < "\u0080");
    return [
      [2, VERSION],
      [2, isPlain ? 0 : WIDE_NAME],
      [2, 0],
      [2, (hour << 11) | (minute << 5) | (second >> 1)],
      [2, ((year - 1980) << 9) | (month << 5) | day],
      [4, crc32.of(content)],
      [4, content.length],
      [4, content.length],
    ];
  }

  // Returns the pieces of a ZIP, in their order, from files with a name and content as bytes.
  function pieces(files, dated) {
    /** @type {Uint8Array[]} */
    const before = [];
    /** @type {Uint8Array[]} */
    const list = [];
    let at = 0;
    for (const { name, content } of files) {
      const text = new TextEncoder().encode(name);
      const said = about(name, content, dated);
      const head = written([[4, LOCAL], ...said, [2, text.length], [2, 0]], text);
      const rest = [[2, text.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, READABLE], [4, at]];
      list.push(written([[4, ENTRY], [2, (UNIX << 8) | VERSION], ...said, ...rest], text));
      before.push(head, content);
      at += head.length + content.length;
    }
    const length = list.reduce((sum, one) => sum + one.length, 0);
    const counts = [[2, files.length], [2, files.length], [4, length], [4, at], [2, 0]];
    return [...before, ...list, written([[4, END], [2, 0], [2, 0], ...counts], [])];
  }

  return { pieces };
})();
