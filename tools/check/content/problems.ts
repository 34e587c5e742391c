import { contentError } from '../../../src/reading/content-error.ts';
import { contentFiles } from './files.ts';

/**
 * What is wrong with content/, a sentence each with file and line; empty when all is well. First what keeps a file from
 * being read: then that alone, since the rest can't be known. What reads all texts is loaded after that, because it
 * can't even be loaded while a file of strings is broken.
 */
export async function contentProblems(): Promise<string[]> {
  const files = contentFiles();
  const broken = files.flatMap(({ read }) => (read.ok ? [] : read.faults));
  if (broken.length > 0) return broken;
  const { stringProblems } = await import('./strings.ts');
  const { laterWordProblems } = await import('./later-words.ts');
  const { reportProblems } = await import('./reports.ts');
  const { textProblems } = await import('./texts.ts');
  const { readFacts } = await import('../../../src/facts/load.ts');
  const facts = readFacts().faults;
  return facts.length > 0
    ? facts
    : [...stringProblems(), ...laterWordProblems(), ...textProblems(files), ...reportProblems()];
}

/** Throws what is wrong with content/, or does nothing when all is well: before a command that needs it all. */
export async function requireWholeContent(): Promise<void> {
  const problems = await contentProblems();
  if (problems.length === 0) return;
  const next = 'This must be mended first. npm run check -- content says whether it is.';
  throw contentError([...problems, '', next]);
}
