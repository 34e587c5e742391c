// Part of npm run check: builds the site, then weighs its pages and measures how hard they are to read.
import { buildSite } from '../build/build-site.ts';
import { localKey } from '../serve/local-key.ts';
import { runTool } from '../terminal/run-tool.ts';
import { pagesTooHard } from './pages/readability.ts';
import { pagesOverBudget } from './pages/sizes.ts';
import { scriptsOfBothWorlds } from './pages/worlds.ts';

await runTool(async () => {
  const OUT = '.local/check';

  await buildSite(OUT, (await localKey('.local')).publicFile);
  const over = pagesOverBudget(`${OUT}/client`);
  const hard = pagesTooHard(`${OUT}/client`);
  const shared = scriptsOfBothWorlds(`${OUT}/client`);
  for (const script of shared) console.error(`${script} goes to the desk and to other pages.`);
  if (over > 0) console.error(`${over} pages are over their budget.`);
  if (hard > 0) console.error(`${hard} pages are too hard to read.`);
  process.exitCode = over + hard + shared.length > 0 ? 1 : 0;
});
