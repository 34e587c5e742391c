/** The samples of Opus in a second, whatever was recorded (RFC 7845, section 4). */
const SAMPLES = 48_000;

/** The highest rate of a recording, in bits a second: a minute is 180 kB at most, on the slowest of networks. */
export const HIGHEST_RATE = 24_000;

/** The longest recording, in seconds. */
export const LONGEST = 180;

/** What a recording is: how many channels it has, and how long it is in seconds. */
export interface Opus {
  channels: number;
  seconds: number;
}

/** Reads the head and the end of an Ogg file with Opus in it (RFC 3533, RFC 7845); nothing where it is no such file. */
export function readOpus(file: Buffer): Opus | undefined {
  const head = file.indexOf('OpusHead');
  const last = file.lastIndexOf('OggS');
  if (file.indexOf('OggS') !== 0 || head < 0 || last < head || file.length < last + 14) return undefined;
  const skipped = file.readUInt16LE(head + 10);
  const end = Number(file.readBigInt64LE(last + 6));
  return { channels: file.readUInt8(head + 9), seconds: (end - skipped) / SAMPLES };
}

/** What is wrong with a recording, as a sentence; nothing where all is right. */
export function opusFault(file: Buffer): string | undefined {
  const opus = readOpus(file);
  if (opus === undefined || opus.seconds <= 0) return 'this is no recording in Ogg Opus.';
  const { channels, seconds } = opus;
  const rate = Math.round((file.length * 8) / seconds);
  if (channels !== 1) return `the recording has ${channels} channels. Encode it in one.`;
  if (rate > HIGHEST_RATE)
    return `the recording takes ${rate} bits a second; ${HIGHEST_RATE} is the most. Encode it at 20 kbit/s.`;
  if (seconds > LONGEST) return `the recording lasts ${Math.round(seconds)} seconds; ${LONGEST} is the most.`;
  return undefined;
}
