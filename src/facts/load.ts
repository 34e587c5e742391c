import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { contentError } from '../reading/content-error.ts';
import { readYaml } from '../reading/read.ts';
import { type Fact, Facts } from './schema.ts';

/**
 * Every fact of the site by its key: `centre.telephone` is `telephone` in content/centre.yaml; the files of
 * content/figures/ are one namespace, `figures`. Runs while the site is built, and in tools. Throws, and so fails the
 * build, when a file is not what its schema says or a figure stands in two files.
 */
export function loadFacts(folder = 'content'): Map<string, Fact> {
  const { facts, faults } = readFacts(folder);
  if (faults.length > 0) throw contentError(faults);
  return facts;
}

/** Every fact that can be read, and what is wrong with the others, a sentence each with file and line. */
export function readFacts(folder = 'content'): { facts: Map<string, Fact>; faults: string[] } {
  const facts = new Map<string, Fact>();
  const faults: string[] = [];
  for (const file of globSync([`${folder}/*.yaml`, `${folder}/figures/*.yaml`]).sort()) {
    const read = readYaml(file, Facts);
    if (!read.ok) {
      faults.push(...read.faults);
      continue;
    }
    const parent = basename(dirname(file));
    const namespace = parent === 'figures' ? parent : basename(file, '.yaml');
    for (const [name, fact] of Object.entries(read.value)) {
      const key = `${namespace}.${name}`;
      if (facts.has(key)) faults.push(`${file}:${read.lineOf([name])}: ${key} stands in another file too.`);
      facts.set(key, fact);
    }
  }
  return { facts, faults };
}
