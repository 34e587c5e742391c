import type { AstroIntegration } from 'astro';
import { stringProblems } from '../content/strings.ts';
import { textProblems } from '../content/texts.ts';

/** An Astro integration: refuses to build while a text, a string or a fact is missing, unknown or unused. */
export function wholeContent(): AstroIntegration {
  return {
    name: 'whole-content',
    hooks: {
      'astro:build:start': () => {
        const problems = [...stringProblems(), ...textProblems()];
        if (problems.length > 0) throw new Error(`content/ is not whole:\n${problems.join('\n')}`);
      },
    },
  };
}
