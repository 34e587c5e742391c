import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { astroImports, readAstro } from '../../../tools/check/imports/read-astro.ts';

describe('the reader of .astro files', () => {
  it('finds what front matter and scripts import, in whatever way', () => {
    const text = `---
import type { A } from './a.ts';
import B, { c } from
  './B.astro';
export * from './d.ts';
const later = await import('./e.ts');
---
<!-- <script>import './commented-out.ts';</script> -->
<p>import './in-words.ts'</p>
<script is:inline set:html={c} />
<script>
  import './f.ts';
</script>
<script type="application/json">{ "import": "./data.ts" }</script>
<script src="./g.ts"></script>
<script is:inline>import './as-it-is.ts';</script>
`;
    expect(astroImports(text)).toEqual(['./a.ts', './B.astro', './d.ts', './e.ts', './f.ts', './g.ts']);
  });

  it('reads a component without front matter, and one without anything else', () => {
    expect(readAstro('<script>import "./a.ts";</script>')).toEqual({
      frontMatter: '',
      scripts: ['import "./a.ts";'],
    });
    expect(astroImports("---\nimport './a.ts';\n---\n")).toEqual(['./a.ts']);
  });

  it('misses no import of the house: each name in quotes after from, import or src', () => {
    for (const file of globSync('src/**/*.astro')) {
      const text = readFileSync(file, 'utf8');
      const named = [
        ...text.matchAll(/^\s*(?:import|\} from|export .* from)\b[^'"\n]*['"]([^'"]+)['"];?$/gm),
      ].map(([, name]) => name);
      expect(astroImports(text), file).toEqual(named);
    }
  });
});
