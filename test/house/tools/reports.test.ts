import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verdictOf } from '../../../tools/test/reports.ts';

// Below the packages, so that what is tried finds its runner.
mkdirSync('.local', { recursive: true });
const folder = mkdtempSync('.local/reports-');
const [inBrowser, elsewhere] = [`${folder}/browser`, `${folder}/elsewhere`];
const report = resolve(folder, 'report.json');

/** Runs a runner, which fails, and gives what is read from its report. */
function verdict(command: string, ...args: string[]) {
  const { status, stdout } = spawnSync(resolve('node_modules/.bin', command), args, {
    encoding: 'utf8',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  expect(status, stdout).toBe(1);
  return verdictOf(JSON.parse(readFileSync(report, 'utf8')));
}

beforeAll(() => {
  for (const each of [inBrowser, elsewhere]) mkdirSync(each);
  writeFileSync(
    `${inBrowser}/some.spec.ts`,
    `import { expect, test } from '@playwright/test';
    test('well', () => {});
    test('at last', ({}, { retry }) => expect(retry).toBe(1));
    test('elsewhere', () => test.skip(true, 'There is no such thing here.'));
    test.describe('inside', () => test('never', () => expect(1).toBe(2)));`,
  );
  writeFileSync(
    `${elsewhere}/some.test.ts`,
    `import { expect, it } from 'vitest';
    let tries = 0;
    it('well', () => {});
    it('at last', () => expect(++tries).toBe(2));
    it('never', () => expect(1).toBe(2));`,
  );
  writeFileSync(`${elsewhere}/early.test.ts`, `throw new Error('before the first test');`);
});

afterAll(() => rmSync(folder, { recursive: true }));

it('names what failed in a browser and why, and what was done well only when it was tried again', () => {
  expect(
    verdict(
      'playwright',
      'test',
      '-c',
      inBrowser,
      '--output',
      `${folder}/output`,
      '--retries=1',
      '--reporter=json',
    ),
  ).toEqual({
    failed: [expect.stringMatching(/some\.spec\.ts:5 › never: Error: expect.*Expected: 2 Received: 1/)],
    again: [expect.stringMatching(/some\.spec\.ts:3 › at last: Error: .*Received: 0/)],
    skipped: [expect.stringMatching(/some\.spec\.ts:4 › elsewhere: There is no such thing here\.$/)],
  });
});

it('names what failed elsewhere and why, also a file that failed before its first test', () => {
  const found = verdict(
    'vitest',
    'run',
    '--root',
    elsewhere,
    '--retry=1',
    '--reporter=json',
    `--outputFile=${report}`,
  );
  expect(found).toMatchObject({
    again: [expect.stringMatching(/some\.test\.ts › at last: AssertionError: expected 1 to be 2/)],
    skipped: [],
  });
  expect(found.failed.sort()).toEqual([
    expect.stringMatching(/early\.test\.ts: before the first test/),
    expect.stringMatching(/some\.test\.ts › never: AssertionError: expected 1 to be 2/),
  ]);
});
