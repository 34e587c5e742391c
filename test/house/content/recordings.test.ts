import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockNames, blocks } from '../../../src/site/listen/blocks.ts';
import { opusFault, readOpus } from '../../../src/site/listen/opus.ts';
import { oggOpus } from '../../support/ogg-opus.ts';
import { ui } from '../../support/ui.ts';

describe('a recording', () => {
  it('is read for what it is', () => {
    expect(readOpus(oggOpus(12))).toEqual({ channels: 1, seconds: 12 });
    expect(opusFault(oggOpus(12))).toBeUndefined();
  });

  it.each([
    ['is none', Buffer.from('RIFF....WAVE'), 'no recording'],
    ['has nothing in it', oggOpus(0), 'no recording'],
    ['has two channels', oggOpus(5, { channels: 2 }), '2 channels'],
    [
      'is larger than a slow telephone can fetch while it plays',
      oggOpus(5, { frame: Buffer.alloc(80, 1) }),
      'bits a second',
    ],
    ['is longer than somebody listens', oggOpus(200), '200 seconds'],
  ])('is refused where it %s', (_, file, says) => {
    expect(opusFault(file)).toContain(says);
  });
});

describe('which recordings are played', () => {
  const home = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    cpSync('content', join(folder, 'content'), { recursive: true });
    process.chdir(folder);
    mkdirSync('content/fr/recordings');
    writeFileSync('content/fr/recordings/signs.ogg', oggOpus(10));
    vi.resetModules();
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
    vi.resetModules();
  });
  const load = () => import('../../../src/site/listen/recordings.ts');
  const list = (mark: string) => writeFileSync('content/fr/recordings.yaml', `recorded:\n  signs: ${mark}\n`);

  it('are none before somebody has heard them', async () => {
    const { recordings, recordingPath } = await load();
    expect(recordings()).toMatchObject([{ language: 'fr', block: 'signs', heard: false }]);
    for (const block of blockNames) expect(recordingPath('fr', block)).toBeUndefined();
  });

  it('are those of which somebody has heard that they say the words, and no other', async () => {
    const { recordings, recordingPath } = await load();
    list(recordings()[0]?.mark ?? '');
    expect(recordingPath('fr', 'signs')).toBe('/fr/info/signs.ogg');
    expect(recordingPath('fr', 'steps')).toBeUndefined();
    expect(recordingPath('nl', 'signs')).toBeUndefined();
  });

  it('are none any more where a word was changed since', async () => {
    const { recordings, recordingPath } = await load();
    list(recordings()[0]?.mark ?? '');
    const safe = ui('fr', 'safe');
    writeFileSync(
      'content/fr/ui/safe.json',
      JSON.stringify({ ...safe, help: { ...safe.help, papers: `${safe.help.papers}!` } }),
    );
    expect(recordingPath('fr', 'signs')).toBeUndefined();
  });

  it('are known to the check of content, which refuses one that is too large, and one of no block', async () => {
    const { contentFiles } = await import('../../../tools/check/content/files.ts');
    const faults = () => contentFiles().flatMap(({ read }) => (read.ok ? [] : read.faults));
    expect(faults()).toEqual([]);
    writeFileSync('content/fr/recordings/signs.ogg', oggOpus(5, { frame: Buffer.alloc(80, 1) }));
    writeFileSync('content/fr/recordings/sings.ogg', oggOpus(5));
    expect(faults().map((fault) => fault.split(':')[0])).toEqual([
      'content/fr/recordings/signs.ogg',
      'content/fr/recordings/sings.ogg',
    ]);
  });

  it('say strings that there are', () => {
    for (const key of Object.values(blocks).flat()) {
      const words = key.split('.').reduce<unknown>((tree, name) => Object(tree)[name], ui('nl', 'safe'));
      expect(words, key).toEqual(expect.any(String));
    }
  });
});
