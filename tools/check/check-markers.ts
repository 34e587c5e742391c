// Part of npm run check: no file holds what git leaves where two changes met. No other tool reads them all: in Markdown,
// SQL, YAML and Typst a marker is a text like any other.
import { spawnSync } from 'node:child_process';

/** The lines that git writes (git-merge, "How conflicts are presented"), the one of `diff3` among them. */
const MARKER = '^([<>|]{7}([[:space:]]|$)|={7}[[:space:]]*$)';

const { status, stdout, stderr } = spawnSync('git', ['grep', '--untracked', '-InE', MARKER], {
  encoding: 'utf8',
});
if (status === 0) console.error(`A conflict that nobody has settled:\n${stdout.trimEnd()}`);
else if (status === 1) console.log('No conflict is left in any file.');
else console.error(`git can't read the files: ${stderr.trim()}`);
process.exitCode = status === 1 ? 0 : 1;
