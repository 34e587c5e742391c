import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { annualReports } from '../../../src/print/documents/report.ts';
import { startEngine } from '../../../src/print/engine/engine.ts';
import { readMarkdown } from '../../../src/print/engine/markdown.ts';

it('puts the nodes of a Markdown text in its place, wherever it stands', () => {
  const read = readMarkdown({ a: [{ markdown: 'x **y**', confirmed: true }], b: 'z **y**' });
  const children = [{ value: 'x ' }, { type: 'strong', children: [{ value: 'y' }] }];
  expect(read).toMatchObject({
    a: [{ markdown: [{ type: 'paragraph', children }], confirmed: true }],
    b: 'z **y**',
  });
});

/** Makes a report whose foreword is a text, without its chapters. */
async function withForeword(markdown: string): Promise<Uint8Array> {
  const [report] = annualReports();
  const compile = await startEngine();
  if (!report || !compile) throw new Error('there is nothing to make it with');
  const foreword = { parts: [{ markdown, confirmed: true }] };
  return new Uint8Array(compile({ ...report, data: { ...report.data, foreword, chapters: [] } }).pdf);
}

it('sets every text as it is: nothing in it is Typst', async () => {
  const words = '#pagebreak() $x$ @y #{panic("no")} \\\\ // = * [z] ~ "q" -- ...';
  const { text } = await extractText(await getDocumentProxy(await withForeword(words)), { mergePages: true });
  expect(text).toContain(words.replace('\\\\', '\\'));
});

it.each(['| a | b |\n|---|---|\n| 1 | 2 |\n', '<b>bold</b>\n', '![a picture](x.png)\n'])(
  'stops at what it can’t set: %j',
  async (markdown) => {
    await expect(withForeword(markdown)).rejects.toThrow("Print can't set this Markdown");
  },
);
