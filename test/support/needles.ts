/** What a word may look like in a file: UTF-8, UTF-16, or any of the three alignments of base64. */
export function needlesOf(word: string): Buffer[] {
  const base64 = ['', ' ', '  '].map((shift) =>
    Buffer.from(shift + word)
      .toString('base64')
      .slice(4, -4),
  );
  return [Buffer.from(word), Buffer.from(word, 'utf16le'), ...base64.map((text) => Buffer.from(text))];
}
