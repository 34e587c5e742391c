import type { Answer, Asker } from '../ask.ts';
import type { Expected, ExpectedFile, Hosts } from '../expected.ts';
import { byteDifferences } from './bytes.ts';
import type { Difference } from './differences.ts';
import { headerDifferences } from './headers.ts';

/** Asks for every file of the build at the host that has it, as many at once as `ask` allows, and names each difference. */
export async function verifyFiles(
  { ask }: Asker,
  hosts: Hosts,
  { files }: Expected,
  step: (done: number) => void,
): Promise<Difference[]> {
  let done = 0;
  const all = await Promise.all(
    files.map(async (file) => {
      const answer = await ask(new URL(file.path, hosts[file.at]));
      step(++done);
      return fileDifferences(file, answer).map((what) => ({ what, where: file.path }));
    }),
  );
  return all.flat();
}

/** In what the answer for a file differs from what the build says. */
export function fileDifferences(file: ExpectedFile, answer: Answer): string[] {
  const { status, headers, body } = answer;
  if (status !== 200) {
    const challenged = headers.get('cf-mitigated')?.includes('challenge');
    if (challenged)
      return ['Cloudflare shows a challenge of its own in place of the page. Allow all visitors, Tor too.'];
    return [`The file is not served: the answer is ${status}.`];
  }
  const type = headers.get('content-type')?.[0] ?? '';
  const typed = type.split(';')[0] === file.type;
  return [
    ...(typed ? [] : [`It is served as “${type}”; ${file.type} was meant.`]),
    ...headerDifferences(file.headers, headers),
    ...keyDifference(file, body),
    ...byteDifferences(file.body, body, file.type),
  ];
}

/** Another key in `/key.json` or on a page: somebody else would read what people write there. */
function keyDifference({ path, body: ours }: ExpectedFile, theirs: Buffer): string[] {
  const read = (body: Buffer) =>
    path === '/key.json'
      ? body.toString().trim()
      : (/data-centre-keys="([^"]*)"/.exec(body.toString())?.[1] ?? '');
  if (read(ours) === '' || read(ours) === read(theirs)) return [];
  return ['THE KEY IS ANOTHER ONE than the build’s: what people write may be read by somebody else.'];
}
