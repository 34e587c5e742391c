import { readFileSync } from 'node:fs';

/** What a word may look like in a file: UTF-8, UTF-16, or any of the three alignments of base64. */
export function needlesOf(word: string): Buffer[] {
  const base64 = ['', ' ', '  '].map((shift) =>
    Buffer.from(shift + word)
      .toString('base64')
      .slice(4, -4),
  );
  return [Buffer.from(word), Buffer.from(word, 'utf16le'), ...base64.map((text) => Buffer.from(text))];
}

/** A file as it is read now; nothing of one that is gone since it was listed, which a store that is in use makes and deletes. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Those of these files in which one of these needles is. */
export function filesWith(needles: readonly (Buffer | string)[], files: readonly string[]): string[] {
  return files.filter((file) => {
    const bytes = bytesOf(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}
