/** A rule of a `_headers` file: the paths it is for, the headers it takes back and those it sets. */
type Rule = { paths: RegExp; lines: { name: string; value: string | null }[] };

/**
 * Reads Cloudflare's `_headers`. Gives what a path gets, by names in small letters: all rules that fit, in their order;
 * `! Name` takes a header back; one that is set again is joined with a comma.
 * https://developers.cloudflare.com/workers/static-assets/headers/
 */
export function readHeadersFile(text: string): (path: string) => Map<string, string> {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) {
      rules.push({ paths: pathsOf(line), lines: [] });
      continue;
    }
    const [, taken, name = '', value = ''] = /^\s+(?:! ([\w-]+)|([\w-]+): (.*))$/.exec(line) ?? [];
    if (taken) rules.at(-1)?.lines.push({ name: taken.toLowerCase(), value: null });
    else if (name) rules.at(-1)?.lines.push({ name: name.toLowerCase(), value });
  }
  return (path) => {
    const headers = new Map<string, string>();
    for (const { lines } of rules.filter(({ paths }) => paths.test(path))) {
      for (const { name, value } of lines) {
        const before = headers.get(name);
        if (value === null) headers.delete(name);
        else headers.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return headers;
  };
}

/** `:name` stands for one folder, `*` for anything. */
function pathsOf(pattern: string): RegExp {
  const parts = pattern.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
