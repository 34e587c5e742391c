import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { runTool } from '../terminal/run-tool.ts';

const USAGE = `Usage: npm run keys -- bundle [--out FILE]

Puts all that draws a centre key into one file that needs Node 20 or newer and nothing else (dist/keys.mjs).`;

/** The text of `keys.mjs`: the same bytes from the same commit, in whatever folder it is made. */
export async function bundleKeys(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    // Everything goes into the file, but what Node brings.
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'tools/keys/keys.ts',
      target: 'node20',
      write: false,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'keys.mjs', codeSplitting: false, comments: { annotation: false } },
      },
    },
  });
  const outputs = 'output' in made ? made.output : [];
  const [file, ...more] = outputs;
  if (file?.type !== 'chunk' || more.length > 0) throw new Error('keys.mjs came out as more than one file.');
  return file.code;
}

/** `npm run keys -- bundle`: writes `keys.mjs` and says how to compare it. */
export async function bundleCommand(): Promise<void> {
  await runTool(async () => {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { out: { type: 'string', default: 'dist/keys.mjs' } },
    });
    const code = await bundleKeys();
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, code);
    console.log(
      `${values.out}   ${Math.ceil(code.length / 1024)} KB, for any computer with Node 20 or newer`,
    );
    console.log(`SHA-256   ${createHash('sha256').update(code).digest('hex')}`);
    console.log('On the offline computer compare it (sha256sum keys.mjs), then: node keys.mjs new');
  }, USAGE);
}
