// Part of npm run check: every text, string and fact of content/ is whole, in each language.

import { runTool } from '../terminal/run-tool.ts';
import { contentProblems } from './content/problems.ts';

await runTool(async () => {
  const problems = await contentProblems();
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('Every text, string and fact is there, in each language, and used.');
  process.exitCode = problems.length === 0 ? 0 : 1;
});
