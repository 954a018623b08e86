// Only in the single file: what its elements carry, as bytes. `cargo xtask single-file` packs; the hosted page has no need of it.
//
// One element holds one LZMA stream, seven bits a character; the attributes data-files and data-sizes list what is
// in it, one behind the other. Browsers unpack gzip by themselves, which is a third larger: too large for a file on a stick.
(() => {
  "use strict";
  let unpack;

  // Three of the 128 characters cannot stand in a page; others stand for them.
  function bytesOf(text) {
    const bytes = new Uint8Array((text.length * 7) >> 3);
    const absent = [0, 0x0d, 0x3c];
    for (let at = 0, bits = 0, held = 0, ix = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      bits = ((bits << 7) | (code < 0x80 ? code : absent[code - 0xc0])) & 0xffff;
      held += 7;
      if (held < 8) continue;
      held -= 8;
      bytes[ix++] = bits >> held;
    }
    return bytes;
  }

  // LZMA as its specification (Igor Pavlov, 2015) says: a range coder whose probabilities learn, literals, and repeats of
  // what came before. The header names the properties and the length. Gives a function that unpacks as far as it is asked.
  function decoder(input) {
    const literalContext = input[0] % 9;
    const literalPlace = Math.floor(input[0] / 9) % 5;
    const placeMask = (1 << Math.floor(input[0] / 45)) - 1;
    const out = new Uint8Array(input[5] | (input[6] << 8) | (input[7] << 16) | (input[8] << 24));
    // Where each sort of decision keeps its probabilities.
    const [MATCH, REPEAT, FIRST, FIRST_LONG, SECOND, THIRD] = [0, 192, 204, 216, 408, 420];
    const [SLOT, SPECIAL, ALIGN, LENGTH, REPEAT_LENGTH, LITERAL] = [432, 688, 803, 819, 1333, 1847];
    const odds = new Uint16Array(LITERAL + (0x300 << (literalContext + literalPlace))).fill(1024);
    let next = 18;
    let range = 0xffffffff;
    let code = ((input[14] << 24) | (input[15] << 16) | (input[16] << 8) | input[17]) >>> 0;
    const refill = () => {
      if (range >= 0x1000000) return;
      range = (range << 8) >>> 0;
      code = ((code << 8) | input[next++]) >>> 0;
    };
    const bit = (of) => {
      refill();
      const odd = odds[of];
      const bound = (range >>> 11) * odd;
      if (code < bound) {
        range = bound;
        odds[of] = odd + ((2048 - odd) >> 5);
        return 0;
      }
      range -= bound;
      code -= bound;
      odds[of] = odd - (odd >> 5);
      return 1;
    };
    const tree = (from, depth) => {
      let node = 1;
      for (let level = 0; level < depth; level += 1) node = (node << 1) | bit(from + node);
      return node - (1 << depth);
    };
    const reversed = (from, depth) => {
      let [node, value] = [1, 0];
      for (let level = 0; level < depth; level += 1) {
        const one = bit(from + node);
        node = (node << 1) | one;
        value |= one << level;
      }
      return value;
    };
    const length = (from, place) => {
      if (!bit(from)) return 2 + tree(from + 2 + (place << 3), 3);
      if (!bit(from + 1)) return 10 + tree(from + 130 + (place << 3), 3);
      return 18 + tree(from + 258, 8);
    };
    const distance = (runs) => {
      const slot = tree(SLOT + (Math.min(runs - 2, 3) << 6), 6);
      if (slot < 4) return slot;
      const low = (slot >> 1) - 1;
      const high = (2 | (slot & 1)) << low;
      if (slot < 14) return high + reversed(SPECIAL + high - slot, low);
      let value = 0;
      for (let ix = low - 4; ix > 0; ix -= 1) {
        refill();
        range >>>= 1;
        const one = code >= range ? 1 : 0;
        if (one) code -= range;
        value = (value << 1) | one;
      }
      return high + (value << 4) + reversed(ALIGN, 4);
    };
    let [at, state, back, back1, back2, back3] = [0, 0, 0, 0, 0, 0];
    const step = () => {
      const place = at & placeMask;
      if (!bit(MATCH + (state << 4) + place)) {
        const before = at > 0 ? out[at - 1] : 0;
        const kind = ((at & ((1 << literalPlace) - 1)) << literalContext) + (before >> (8 - literalContext));
        const from = LITERAL + 0x300 * kind;
        let node = 1;
        if (state >= 7) {
          for (let seen = out[at - back - 1]; node < 0x100; seen <<= 1) {
            const hint = (seen >> 7) & 1;
            const one = bit(from + ((1 + hint) << 8) + node);
            node = (node << 1) | one;
            if (hint !== one) break;
          }
        }
        while (node < 0x100) node = (node << 1) | bit(from + node);
        out[at++] = node;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        return;
      }
      let runs;
      if (!bit(REPEAT + state)) {
        [back3, back2, back1] = [back2, back1, back];
        runs = length(LENGTH, place);
        back = distance(runs);
        state = state < 7 ? 7 : 10;
      } else {
        if (!bit(FIRST + state)) {
          if (!bit(FIRST_LONG + (state << 4) + place)) {
            out[at] = out[at - back - 1];
            at += 1;
            state = state < 7 ? 9 : 11;
            return;
          }
        } else if (!bit(SECOND + state)) {
          [back, back1] = [back1, back];
        } else if (!bit(THIRD + state)) {
          [back, back1, back2] = [back2, back, back1];
        } else {
          [back, back1, back2, back3] = [back3, back, back1, back2];
        }
        runs = length(REPEAT_LENGTH, place);
        state = state < 7 ? 8 : 11;
      }
      for (const end = at + runs; at < end; at += 1) out[at] = out[at - back - 1];
    };
    return (end) => {
      while (at < end) step();
      return out;
    };
  }

  /** The bytes of a file by its id; what stands before it is unpacked too. */
  self.wardAtlasFile = (id) => {
    const holder = document.querySelector("script[data-files]");
    const { files, sizes } = holder.dataset;
    unpack ??= decoder(bytesOf(holder.textContent));
    const ends = [0];
    sizes.split(" ").forEach((size) => ends.push(ends.at(-1) + Number(size)));
    const ix = files.split(" ").indexOf(id);
    const bytes = unpack(ends[ix + 1]).subarray(ends[ix], ends[ix + 1]);
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  };
})();
