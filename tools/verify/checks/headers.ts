/** Headers that every server sends and that promise or betray nothing. Of Cloudflare's: what names the edge and its cache. */
const HARMLESS = new Set([
  'accept-ranges',
  'age',
  'alt-svc',
  'cf-cache-status',
  'cf-ray',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'priority',
  'server',
  'server-timing',
  'transfer-encoding',
  'vary',
  'content-type',
]);

/** What it means that a header is there which the build does not send. */
const MEANINGS: { [name: string]: string } = {
  nel: 'NEL is on: browsers would report failed visits to another host. Switch Network Error Logging off in the zone.',
  'report-to':
    'A Report-To header names a host to which browsers would send reports. Switch Network Error Logging off in the zone.',
  'reporting-endpoints': 'A Reporting-Endpoints header names a host to which browsers would send reports.',
  'content-security-policy-report-only': 'A second policy that only reports has been added.',
  'set-cookie': 'A cookie is set.',
  link: 'A Link header was added: it can make a browser fetch what the page does not name.',
  refresh: 'A Refresh header was added: it sends people elsewhere.',
  'speculation-rules':
    'A Speculation-Rules header makes browsers load pages ahead that nobody opened. Switch Speed Brain off in the zone.',
  'x-powered-by': 'An X-Powered-By header was added.',
};

/** Cookies by which Cloudflare tells people from robots, and the switch behind each. */
const COOKIES: [RegExp, string][] = [
  [/^__cf_bm=/, 'Bot Management or Bot Fight Mode sets the cookie __cf_bm. Switch it off in the zone.'],
  [
    /^cf_clearance=/,
    'A challenge sets the cookie cf_clearance. Switch challenges and JavaScript detections off.',
  ],
  [/^_cfuvid=/, 'A rate limiting rule of the zone sets the cookie _cfuvid. Count by something else.'],
  [/^__cflb=/, 'A load balancer sets the cookie __cflb.'],
];

/**
 * Holds the headers of an answer against those that the build sends. Names each that is missing, has another value or
 * was added; what is only technical, such as the date, is let be.
 */
export function headerDifferences(
  expected: ReadonlyMap<string, string>,
  sent: ReadonlyMap<string, readonly string[]>,
): string[] {
  const wrong: string[] = [];
  for (const [name, value] of expected) {
    const values = sent.get(name);
    if (!values) wrong.push(`The header ${nice(name)} is missing: something on the way took it out.`);
    else if (values.length > 1) wrong.push(`The header ${nice(name)} is sent ${values.length} times.`);
    else if (values[0] !== value)
      wrong.push(
        `The header ${nice(name)} is “${short(values[0] ?? '')}”; the build says “${short(value)}”.`,
      );
  }
  for (const [name, values] of sent) {
    if (expected.has(name) || HARMLESS.has(name)) continue;
    if (name === 'set-cookie') wrong.push(...values.map(cookieMeaning));
    else
      wrong.push(
        MEANINGS[name] ??
          `A header was added that the build does not send: ${nice(name)}: ${short(values.join(', '))}`,
      );
  }
  return wrong;
}

function cookieMeaning(cookie: string): string {
  const known = COOKIES.find(([pattern]) => pattern.test(cookie));
  // The value could be somebody's: the name is enough.
  return known?.[1] ?? `The cookie ${cookie.split('=')[0]} is set. No page sets any.`;
}

const nice = (name: string) => name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase());
const short = (value: string) => (value.length > 120 ? `${value.slice(0, 117)}…` : value);
