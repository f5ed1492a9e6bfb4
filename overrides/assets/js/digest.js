// SHA-256 (FIPS 180-4). Browsers have it on pages that come over https; a page on a disk may lack it.
// No page is needed here.

const sha256 = (() => {
  const first = (count, power) => {
    const found = [];
    for (let number = 2; found.length < count; number++) {
      if (found.every(([prime]) => number % prime)) {
        const root = number ** power;
        found.push([number, ((root - Math.floor(root)) * 2 ** 32) | 0]);
      }
    }
    return found.map(([, part]) => part);
  };
  const START = first(8, 1 / 2);
  const ROUND = first(64, 1 / 3);
  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  function block(state, view, at, words) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = view.getUint32(at + 4 * i);
      else {
        const [a, b] = [words[i - 15], words[i - 2]];
        const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
        const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
        words[i] = words[i - 16] + s0 + words[i - 7] + s1;
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i] + word) | 0;
    });
  }

  function own(bytes) {
    const rest = bytes.length % 64;
    const end = new Uint8Array(rest < 56 ? 64 : 128);
    end.set(bytes.subarray(bytes.length - rest));
    end[rest] = 0x80;
    const tail = new DataView(end.buffer);
    tail.setUint32(end.length - 8, Math.floor(bytes.length / 2 ** 29));
    tail.setUint32(end.length - 4, bytes.length << 3);
    const state = Int32Array.from(START);
    const words = new Int32Array(64);
    const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 64 <= bytes.length; at += 64) block(state, whole, at, words);
    for (let at = 0; at < end.length; at += 64) block(state, tail, at, words);
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  const hex = (buffer) =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  return {
    own,
    // The digest of some bytes, in hexadecimal digits.
    of: async (bytes) =>
      globalThis.crypto?.subtle ? hex(await crypto.subtle.digest("SHA-256", bytes)) : own(bytes),
  };
})();
