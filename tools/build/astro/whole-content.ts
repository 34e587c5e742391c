import type { AstroIntegration } from 'astro';
import { contentError } from '../../../src/reading/content-error.ts';
import { contentProblems } from '../../check/content/problems.ts';

/** An Astro integration: refuses to build while a text, a string or a fact is missing, unknown or unused. */
export function wholeContent(): AstroIntegration {
  return {
    name: 'whole-content',
    hooks: {
      'astro:build:start': async () => {
        const problems = await contentProblems();
        if (problems.length > 0) throw contentError(['content/ is not whole:', ...problems]);
      },
    },
  };
}
