/** A frame of Opus in which nobody speaks: 20 ms, one channel. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

/** The samples of a frame, of the 48,000 in a second. */
const FRAME = 960;

/** The most frames of a page, whose length a byte each tells. */
const FRAMES = 250;

/** The checksum of a page of Ogg (RFC 3533, section 6): CRC-32 with the polynomial 0x04c11db7, nothing reflected. */
function checksum(page: Buffer): number {
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

function page(kind: number, sequence: number, granule: number, packets: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(27 + packets.length);
  head.write('OggS');
  head.writeUInt8(kind, 5);
  head.writeBigInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(packets.length, 26);
  for (const [at, { length }] of packets.entries()) head.writeUInt8(length, 27 + at);
  const whole = Buffer.concat([head, ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/**
 * A recording as a test makes one: Ogg Opus (RFC 7845) of some seconds in which nobody speaks. `channels` as its head
 * tells, `frame` what stands for 20 ms of it.
 */
export function oggOpus(seconds: number, { channels = 1, frame = SILENCE } = {}): Buffer {
  const head = Buffer.from(`OpusHead\x01${String.fromCharCode(channels)}\0\0\x80\xbb\0\0\0\0\0`, 'latin1');
  const tags = Buffer.from('OpusTags\x04\0\0\0test\0\0\0\0', 'latin1');
  const count = Math.round((seconds * 48_000) / FRAME);
  const pages: Buffer[] = [page(2, 0, 0, [head]), page(0, 1, 0, [tags])];
  for (let done = 0; done < count; done += FRAMES) {
    const frames = Math.min(FRAMES, count - done);
    const last = done + frames === count;
    pages.push(page(last ? 4 : 0, pages.length, (done + frames) * FRAME, Array(frames).fill(frame)));
  }
  return Buffer.concat(pages);
}
