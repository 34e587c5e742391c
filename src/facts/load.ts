import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { prettifyError } from 'zod';
import { type Fact, Facts } from './schema.ts';

/** The files that hold facts. */
const FACT_FILES = ['content/*.yaml', 'content/figures/*.yaml'];

/**
 * Every fact of the site by its key: `centre.telephone` is `telephone` in content/centre.yaml; the files of
 * content/figures/ are one namespace, `figures`. Runs while the site is built, and in tools. Throws, and so fails the
 * build, when a file is not what its schema says or a figure stands in two files.
 */
export function loadFacts(): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const file of globSync(FACT_FILES).sort()) {
    const parsed = Facts.safeParse(parse(readFileSync(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${prettifyError(parsed.error)}`);
    const folder = basename(dirname(file));
    const namespace = folder === 'figures' ? folder : basename(file, '.yaml');
    for (const [name, fact] of Object.entries(parsed.data)) {
      const key = `${namespace}.${name}`;
      if (facts.has(key)) throw new Error(`${file}: ${key} stands in another file too`);
      facts.set(key, fact);
    }
  }
  return facts;
}
