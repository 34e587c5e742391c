import { describe, expect, it } from 'vitest';
import { builderWords } from '../../../tools/build/build-site.ts';
import { startProgress } from '../../../tools/terminal/progress.ts';

/** A stream that remembers, and a clock that is set by hand. */
function told(isTTY: boolean, terminalOnly = false) {
  const said: string[] = [];
  const clock = { ms: 0 };
  const stream = { isTTY, write: (text: string) => said.push(text) > 0 };
  return { said, clock, progress: startProgress({ stream, now: () => clock.ms, terminalOnly }) };
}

describe('progress', () => {
  it('rewrites one line on a terminal', () => {
    const { said, clock, progress } = told(true);
    for (let done = 1; done <= 3; done++) {
      progress.step('Making PDFs', done, 3);
      clock.ms += 100;
    }
    progress.end('Made 3 PDFs');
    expect(said.every((text, at) => text.startsWith('\r') || at === said.length - 1)).toBe(true);
    expect(said.join('')).toContain('Making PDFs: 2 of 3');
    expect(said.at(-1)).toBe('Made 3 PDFs in 0.3 s.\n');
  });

  it('says each step once in a log, and again after ten seconds', () => {
    const { said, clock, progress } = told(false);
    for (let done = 1; done <= 200; done++) {
      progress.step('Making PDFs', done, 200);
      clock.ms += 100;
    }
    progress.step('Making the pages');
    progress.end('Built');
    expect(said).toEqual([
      'Making PDFs: 1 of 200\n',
      'Making PDFs: 101 of 200\n',
      'Making the pages …\n',
      'Built in 20.0 s.\n',
    ]);
  });

  it('says nothing where other programs read the output', () => {
    const { said, clock, progress } = told(false, true);
    progress.step('Opening', 1, 2);
    clock.ms = 50_000;
    progress.end('Opened');
    expect(said).toEqual([]);
  });
});

describe('the words of a failed build', () => {
  it('are what is wrong, without place and stack', () => {
    const lines = [
      '12:00:00 [ERROR] [print] An unhandled error occurred while running the "astro:build:start" hook',
      'There is no centre key at x.',
      'Draw one.',
      '  Location:',
      '    /a/b.ts:1:2',
      '  Stack trace:',
      '    at a (file:///a/b.ts:1:2)',
      '',
    ];
    expect(builderWords(lines)).toBe('There is no centre key at x.\nDraw one.');
  });
});
