/** What stands before the data in Firefox's compressed files: a name, then the size of what was compressed, 4 bytes. */
const MAGIC = 'mozLz40\0';

/**
 * The contents of one of Firefox's `.jsonlz4` files, or null where that is not what the bytes are: one LZ4 block
 * (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).
 */
export function readMozLz4(file: Buffer): Buffer | null {
  if (file.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return null;
  const size = file.readUInt32LE(MAGIC.length);
  const block = file.subarray(MAGIC.length + 4);
  const out = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  /** Lengths from 15 on go on in the bytes that follow, up to one that is not 255. */
  const lengthFrom = (nibble: number) => {
    let length = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; length += more) more = block[from++] ?? 0;
    return length;
  };
  while (from < block.length) {
    const token = block[from++] ?? 0;
    const literals = lengthFrom(token >> 4);
    to += block.copy(out, to, from, from + literals);
    from += literals;
    if (from >= block.length) break;
    const back = block.readUInt16LE(from);
    from += 2;
    // What is repeated may reach into what it makes, so byte by byte.
    for (let left = lengthFrom(token & 15) + 4; left > 0; left -= 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return to === size ? out : null;
}
