import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Language } from '../../i18n/languages.ts';
import { stringsOf } from '../../i18n/resources.ts';
import { MARK, markOf } from '../../reading/mark.ts';
import { type Read, readYaml, whole } from '../../reading/read.ts';
import { pathTo } from '../routes.ts';
import { shownLanguages } from '../shown-languages.ts';
import { type Block, blockNames, blocks } from './blocks.ts';
import { opusFault } from './opus.ts';

const mark = z
  .string()
  .regex(MARK, { error: 'write the mark that npm run launch-check shows once somebody has heard it' });

/** content/<lang>/recordings.yaml: for each recording the mark of the words that a voice says in it. */
export const RecordingsText = z.strictObject({
  recorded: z.strictObject(
    Object.fromEntries(blockNames.map((name) => [name, mark.optional()])) as Record<
      Block,
      z.ZodOptional<typeof mark>
    >,
  ),
});

/** Where the recording of a block is, in Ogg Opus. */
const recordingFile = (language: Language, block: Block) => `content/${language}/recordings/${block}.ogg`;

const listFile = (language: Language) => `content/${language}/recordings.yaml`;

/** A recording that there is. */
export interface Recording {
  language: Language;
  block: Block;
  file: string;
  /** The mark of the words as the page has them. */
  mark: string;
  /** Whether somebody has heard that the recording says them. No other is played. */
  heard: boolean;
}

/** Reads a recording as a check of content does: whether it is small, short and in one channel. */
export function readRecording(file: string): Read<unknown> {
  const fault = opusFault(readFileSync(file));
  return fault === undefined
    ? { ok: true, value: undefined, lineOf: () => 1 }
    : { ok: false, faults: [`${file}:1: ${fault}`] };
}

/** The words of a block, as the page has them. */
function wordsOf(language: Language, block: Block): unknown[] {
  const strings: unknown = stringsOf(language, 'safe');
  return blocks[block].map((key) =>
    key.split('.').reduce<unknown>((tree, name) => Object(tree)[name], strings),
  );
}

/** The recording of a block in a language, or nothing where nobody has spoken it. */
function recordingOf(language: Language, block: Block): Recording | undefined {
  const file = recordingFile(language, block);
  if (!existsSync(file)) return undefined;
  const own = markOf(wordsOf(language, block));
  const list = listFile(language);
  const { recorded } = existsSync(list) ? whole(readYaml(list, RecordingsText)) : { recorded: undefined };
  return { language, block, file, mark: own, heard: recorded?.[block] === own };
}

/** Every recording that there is, in the languages that are shown. */
export function recordings(): Recording[] {
  return shownLanguages().flatMap((language) =>
    blockNames.flatMap((block) => recordingOf(language, block) ?? []),
  );
}

/** Where the recording of a block is played from, or nothing where there is none that says what stands there. */
export function recordingPath(language: Language, block: Block): string | undefined {
  return recordingOf(language, block)?.heard ? `${pathTo('help', language)}${block}.ogg` : undefined;
}
