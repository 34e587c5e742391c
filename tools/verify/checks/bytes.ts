/** What something in front of a site puts into its HTML, how it is known, and what to switch off. */
const REWRITERS: [RegExp, string][] = [
  [
    /\/cdn-cgi\/challenge-platform\//,
    'Bot Fight Mode or JavaScript detections put a challenge-platform script into the page. Switch both off in the zone.',
  ],
  [
    /static\.cloudflareinsights\.com|data-cf-beacon/,
    'Web Analytics put its beacon into the page. Switch it off for this site.',
  ],
  [
    /\/cdn-cgi\/l\/email-protection|__cf_email__|data-cfemail|email-decode\.min\.js/,
    'E-mail obfuscation rewrote addresses in the page. Switch it off (Scrape Shield).',
  ],
  [
    /rocket-loader|type="[0-9a-f]{16,}-(?:text\/javascript|module|application)/,
    'Rocket Loader rewrote the scripts of the page. Switch it off (Speed).',
  ],
  [/\/cdn-cgi\/zaraz\//, 'Zaraz put a script into the page. Switch it off.'],
  [
    /\/cdn-cgi\/(?:image|mirage)|data-cfsrc/,
    'Mirage or Images rewrote the pictures of the page. Switch it off.',
  ],
  [/<script[^>]+nonce=/, 'A script with a nonce was put into the page.'],
];

/** Cloudflare's own page in place of ours: a person in Tor, or with a rare browser, would get this. */
const CHALLENGE = /<title>Just a moment|cf-chl-|_cf_chl_opt|Attention Required! \| Cloudflare/;

const squeezed = (html: string) => html.replace(/\s+/g, '').replace(/<!--.*?-->/g, '');

/** In what the bytes of a file differ from the build's, as sentences. Empty where they are the same. */
export function byteDifferences(expected: Buffer, sent: Buffer, type: string): string[] {
  if (expected.equals(sent)) return [];
  if (type !== 'text/html')
    return [`The bytes are not those of the build: ${firstDifference(expected, sent)}.`];
  const [ours, theirs] = [expected.toString(), sent.toString()];
  if (CHALLENGE.test(theirs) && !CHALLENGE.test(ours))
    return ['Cloudflare shows a challenge of its own in place of the page. Allow all visitors, Tor too.'];
  const named = REWRITERS.filter(([sign]) => sign.test(theirs) && !sign.test(ours)).map(
    ([, meaning]) => meaning,
  );
  if (named.length > 0) return named;
  if (squeezed(ours) === squeezed(theirs))
    return ['The HTML was minified or spaced anew. Switch Auto Minify and the like off in the zone.'];
  return [`The HTML is not that of the build: ${firstDifference(expected, sent)}.`];
}

/** Where two files part, with a little of what is sent there. */
function firstDifference(expected: Buffer, sent: Buffer): string {
  const at = expected.findIndex((byte, place) => byte !== sent[place]);
  if (at === -1) return `${sent.length - expected.length} bytes follow after its end`;
  if (at >= sent.length) return `it ends after ${sent.length} of ${expected.length} bytes`;
  const [ours, theirs] = [expected, sent].map((bytes) =>
    bytes
      .subarray(at, at + 40)
      .toString()
      .replace(/[^\x20-\x7e\u00a0-\uffff]/g, '·'),
  );
  return `byte ${at} and after are “${theirs}”, not “${ours}”`;
}
