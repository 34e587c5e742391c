/** A set of HTTP headers by name. */
export type Headers = Record<string, string>;

/** What kind of page a policy is for. Only what a page needs is open in it. */
export type PageKind =
  /** Reads only: no request, no script but the exit script. */
  | 'public'
  /** Forms and mailbox: scripts of ours, which talk to our worker, and a Web Worker that works a challenge out. */
  | 'reporter'
  /** The desk: the same, with a Web Worker for its vault. */
  | 'desk';

/**
 * The hashes of what stands inside the pages, as in `sha256-…`: the exit script, the inlined styles, and, in pages with
 * scripts that import others, the map of those with the integrity of each.
 */
export type InlineHashes = {
  scripts: readonly string[];
  styles: readonly string[];
  maps: readonly string[];
};

/** What the desk's pages alone may ask for: passkeys. */
const DESK_FEATURES = ['publickey-credentials-create', 'publickey-credentials-get'];

/** Every feature of a browser that a page could ask for and that none of ours does. */
const CLOSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Closes every feature, but those of the desk for the desk. */
function permissionsPolicy(kind: PageKind): string {
  const own = kind === 'desk' ? '(self)' : '()';
  const closed = CLOSED_FEATURES.map((feature) => `${feature}=()`);
  return [...closed, ...DESK_FEATURES.map((feature) => `${feature}=${own}`)].join(', ');
}

const COMMON: Headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** The one policy by which a page of this kind may start its Web Worker. */
const TRUSTED_TYPES: Record<PageKind, string> = { public: "'none'", reporter: 'proof', desk: 'desk' };

const quoted = (hashes: readonly string[]) => hashes.map((hash) => ` '${hash}'`).join('');

/**
 * The content security policy of a page. Nothing that is typed can leave by a form (`form-action 'none'`), nothing
 * comes from another host, and no text becomes code (Trusted Types).
 */
export function contentSecurityPolicy(kind: PageKind, inline: InlineHashes): string {
  const own = kind === 'public' ? '' : ` 'self'${quoted(inline.maps)}`;
  const scripts = `${own}${quoted(inline.scripts)}`;
  return [
    "default-src 'none'",
    `script-src${scripts === '' ? " 'none'" : scripts}`,
    `style-src 'self'${quoted(inline.styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    // What a recorded voice says of the page.
    ...(kind === 'public' ? ["media-src 'self'"] : []),
    `connect-src ${kind === 'public' ? "'none'" : "'self'"}`,
    `worker-src ${kind === 'public' ? "'none'" : "'self'"}`,
    // iPhones let a desk ring only from a home screen, which wants a manifest.
    ...(kind === 'desk' ? ["manifest-src 'self'"] : []),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES[kind]}`,
  ].join('; ');
}

/**
 * The headers of a static page. No page is kept anywhere, the harmless ones neither: a browser that keeps a page in
 * memory may show it again after the quick exit without asking the script in it (Firefox gives such a page a
 * `sessionStorage` of its own, in which the exit left no mark).
 */
export function pageHeaders(kind: PageKind, inline: InlineHashes): Headers {
  return {
    ...COMMON,
    'Permissions-Policy': permissionsPolicy(kind),
    'Content-Security-Policy': contentSecurityPolicy(kind, inline),
    'Cache-Control': 'no-store',
  };
}

/**
 * The policy of a file that the browser's own viewer shows, a PDF: the viewer counts as the page, and a page's policy
 * could keep it from working. A PDF itself fetches nothing.
 */
export const VIEWED_FILE_POLICY = "frame-ancestors 'none'";

/**
 * The headers of every answer of the worker's own: data, or a page that loads nothing. Nothing runs in it that could ask for a
 * feature of the browser, and an open desk asks several times a minute: so they say nothing of those.
 */
export function workerHeaders(): Headers {
  return {
    ...COMMON,
    'Content-Security-Policy':
      "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  };
}
