/** A rule of a `_headers` file: the addresses it is for, the headers it takes back and those it sets. */
type Rule = { addresses: RegExp; lines: { name: string; value: string | null }[] };

/**
 * Reads Cloudflare's `_headers`. Gives what a path at a host gets, by names in small letters: all rules that fit, in
 * their order; a rule is for every host, or begins with `https://` and its own, whatever the protocol and port;
 * `! Name` takes a header back; one that is set again is joined with a comma.
 * https://developers.cloudflare.com/workers/static-assets/headers/
 */
export function readHeadersFile(text: string): (path: string, host: string) => Map<string, string> {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (/^(\/|https:\/\/)/.test(line)) {
      rules.push({ addresses: addressesOf(line), lines: [] });
      continue;
    }
    const [, taken, name = '', value = ''] = /^\s+(?:! ([\w-]+)|([\w-]+): (.*))$/.exec(line) ?? [];
    if (taken) rules.at(-1)?.lines.push({ name: taken.toLowerCase(), value: null });
    else if (name) rules.at(-1)?.lines.push({ name: name.toLowerCase(), value });
  }
  return (path, host) => {
    const headers = new Map<string, string>();
    for (const { lines } of rules.filter(({ addresses }) => addresses.test(`https://${host}${path}`))) {
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
function addressesOf(pattern: string): RegExp {
  const host = pattern.startsWith('/') ? 'https://[^/]+' : '';
  const parts = pattern.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${host}${parts.join('')}$`);
}
