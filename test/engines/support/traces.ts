import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import * as z from 'zod';
import { needlesOf } from '../../support/needles.ts';
import { readMozLz4 } from './mozlz4.ts';

/** Milliseconds until a browser has to have written its session: Chromium waits some seconds. */
const WRITTEN = 60_000;

/** Every file of a profile, unpacked where Firefox packed it. A file that goes while we look is none. */
function filesOf(profile: string): { name: string; bytes: Buffer }[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((name) => {
      try {
        const bytes = readFileSync(name);
        return [{ name, bytes: readMozLz4(bytes) ?? bytes }];
      } catch {
        return [];
      }
    });
}

/** The names of the files in which a word stands, as UTF-8, as UTF-16 or in any alignment of base64. */
export function placesOf(word: string, profile: string): string[] {
  const needles = needlesOf(word);
  return filesOf(profile)
    .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
    .map(({ name }) => basename(name));
}

/** The files in which a browser keeps what was open: Firefox's session store, Chromium's commands. */
const isSession = ({ name }: { name: string }) =>
  /sessionstore.*jsonlz4$|\/Sessions\/(Session|Tabs)_/.test(name);

/** Waits until a word stands in what a browser keeps of what was open. */
export async function savedSession(profile: string, word: string): Promise<void> {
  const needles = [Buffer.from(word), Buffer.from(word, 'utf16le')];
  const saved = () =>
    filesOf(profile)
      .filter(isSession)
      .some(({ bytes }) => needles.some((needle) => bytes.includes(needle)));
  await expect.poll(saved, { message: `${word} in the session`, timeout: WRITTEN }).toBe(true);
}

const FormData = z.looseObject({ url: z.string().optional() });
const Session = z.object({
  windows: z.array(z.object({ tabs: z.array(z.object({ formdata: FormData.optional() })) })),
});

/** The kinds of controls whose state Chromium writes beside the address of a page, each as UTF-16. */
const KINDS = ['checkbox', 'radio', 'select-one', 'select-multiple', 'textarea'];

/**
 * The controls whose state a browser has written down with what was open, in its own words. In Firefox those of pages
 * at `origin`; Chromium's file does not say whose they are.
 */
export function savedControls(profile: string, origin: string): string[] {
  const files = filesOf(profile).filter(isSession);
  const kinds = KINDS.filter((kind) =>
    files.some(({ bytes }) => bytes.includes(Buffer.from(kind, 'utf16le'))),
  );
  if (!existsSync(join(profile, 'prefs.js'))) return kinds;
  return files
    .filter(({ bytes }) => bytes.subarray(0, 1).toString() === '{')
    .flatMap(({ bytes }) => Session.parse(JSON.parse(bytes.toString())).windows)
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ formdata }) => (formdata?.url?.startsWith(origin) ? [JSON.stringify(formdata)] : []));
}
