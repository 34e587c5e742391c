/** An answer that does not come from the worker. */
export type ForeignAnswer = {
  status: number;
  contentType?: string;
  headers?: Record<string, string>;
  body?: string;
};

const PORTAL =
  '<!doctype html><title>Sign in to the Wi-Fi</title><h1>Welcome</h1><form><input name="room"></form>';
const JSON_TYPE = 'application/json';
const HTML = 'text/html; charset=utf-8';

/** What networks, portals, filters, proxies and caches answer in place of the worker, by what it is. */
export const FOREIGN_ANSWERS: Record<string, ForeignAnswer> = {
  'the page of a portal': { status: 200, contentType: HTML, body: PORTAL },
  'a redirect to a portal': { status: 302, headers: { location: '/login' }, contentType: HTML, body: PORTAL },
  'a redirect by 303': { status: 303, headers: { location: '/login' } },
  'a redirect that keeps the method': { status: 307, headers: { location: '/login' } },
  'a portal by 511': { status: 511, contentType: HTML, body: PORTAL },
  'an empty 200': { status: 200 },
  'an empty 200 of JSON': { status: 200, contentType: JSON_TYPE, body: '' },
  'an empty 201': { status: 201 },
  'a 202': { status: 202, contentType: JSON_TYPE, body: '{"ok":true}' },
  'a 203 of a proxy': { status: 203, contentType: JSON_TYPE, body: '{"ok":true}' },
  'a 204': { status: 204 },
  'a 205': { status: 205 },
  'a 206': { status: 206, contentType: JSON_TYPE, body: '{"ok":true}' },
  'JSON of a portal': { status: 200, contentType: JSON_TYPE, body: '{"status":"login_required"}' },
  'ok: false': { status: 200, contentType: JSON_TYPE, body: '{"ok":false}' },
  'ok: 1': { status: 200, contentType: JSON_TYPE, body: '{"ok":1}' },
  'ok: "true"': { status: 200, contentType: JSON_TYPE, body: '{"ok":"true"}' },
  'ok: true and nothing of ours': { status: 200, contentType: JSON_TYPE, body: '{"ok":true}' },
  'ok: true for something else': {
    status: 201,
    contentType: JSON_TYPE,
    body: '{"ok":true,"id":"AAAAAAAAAAAAAAAAAAAAAQ","deleted":"AAAAAAAAAAAAAAAAAAAAAQ","session":"begun"}',
  },
  'ok: true as text': { status: 200, contentType: 'text/plain', body: '{"ok":true}' },
  'ok: true without a type': { status: 200, body: '{"ok":true}' },
  'half of an answer': { status: 200, contentType: JSON_TYPE, body: '{"ok":true,"id":"AAAA' },
  null: { status: 200, contentType: JSON_TYPE, body: 'null' },
  'a list': { status: 200, contentType: JSON_TYPE, body: '[{"ok":true}]' },
  'a page with our type': { status: 200, contentType: JSON_TYPE, body: PORTAL },
  'a cached 304': { status: 304 },
  'a proxy that wants to know who we are': { status: 407, contentType: HTML, body: '<h1>Proxy</h1>' },
  'a filter': { status: 403, contentType: HTML, body: '<h1>Blocked by your administrator</h1>' },
  'a filter without a body': { status: 403 },
  'our code with a status that is not its own': {
    status: 403,
    contentType: JSON_TYPE,
    body: '{"error":{"code":"unauthorized"}}',
  },
  'a gateway that speaks of errors as we do, and says more': {
    status: 401,
    contentType: JSON_TYPE,
    body: '{"error":{"code":"unauthorized","message":"No API key"}}',
  },
  'a gateway with codes of its own': {
    status: 400,
    contentType: JSON_TYPE,
    body: '{"error":{"code":"bad_request"}}',
  },
  'an error under 200': { status: 200, contentType: JSON_TYPE, body: '{"error":{"code":"unauthorized"}}' },
  'no such page': { status: 404, contentType: HTML, body: '<h1>404</h1>' },
  'a method that is not allowed': { status: 405, headers: { allow: 'GET, POST' } },
  'a conflict that is not ours': { status: 409, contentType: JSON_TYPE, body: '{}' },
  'a length that is missing': { status: 411 },
  'too large for a proxy': { status: 413, contentType: HTML, body: '<h1>413</h1>' },
  'too many requests, for an hour': { status: 429, headers: { 'retry-after': '3600' } },
  'a censor': { status: 451, contentType: HTML, body: '<h1>451</h1>' },
  'an error of a server': { status: 500, contentType: HTML, body: '<h1>500</h1>' },
  'a method that is not known': { status: 501 },
  'a bad gateway': { status: 502, contentType: HTML, body: '<h1>502</h1>' },
  'a gateway that waits': { status: 504 },
  'a host that is down': { status: 521, contentType: HTML, body: '<h1>521</h1>' },
};

/** Every status of an error, with nothing of ours in it. */
export const FOREIGN_ERRORS: ForeignAnswer[] = Array.from({ length: 200 }, (_, index) => ({
  status: 400 + index,
}));

/** Statuses that have no body. */
const BODILESS = [204, 205, 304];

/** A foreign answer as `fetch` gives it: of a redirect that it does not follow, it shows nothing. */
export function toResponse({ status, contentType, headers, body = '' }: ForeignAnswer): Response {
  if (headers?.['location']) return Response.error();
  const response = new Response(BODILESS.includes(status) ? null : body, {
    status,
    ...(headers && { headers }),
  });
  if (contentType) response.headers.set('content-type', contentType);
  else response.headers.delete('content-type');
  return response;
}
