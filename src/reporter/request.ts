/** One request to our own API. */
export type Call = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  /** JSON text. */
  body?: string;
  /** The mailbox token, base64url. */
  token?: string;
};

/** What came of one try: an answer, or silence (no network, a time-out, an answer cut short). */
export type Reply =
  | {
      answered: true;
      status: number;
      /** The JSON of the answer; null where it was empty or no JSON. */
      body: unknown;
      /** Milliseconds that the worker asks to wait before the next try (RFC 9110, section 10.2.3), or null. */
      retryAfter: number | null;
    }
  | { answered: false };

/** Tries a request once. Gives up after `timeout` milliseconds, or when the signal aborts. Never throws. */
export async function request(call: Call, timeout: number, signal: AbortSignal): Promise<Reply> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, timeout);
  signal.addEventListener('abort', stop);
  try {
    const response = await fetch(call.path, {
      method: call.method,
      headers: {
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
      },
      body: call.body ?? null,
      cache: 'no-store',
      credentials: 'omit',
      mode: 'same-origin',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    const text = await response.text();
    return {
      answered: true,
      status: response.status,
      body: parseJson(text),
      retryAfter: readRetryAfter(response.headers.get('retry-after')),
    };
  } catch {
    return { answered: false };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `Retry-After` is a number of seconds or a date; gives milliseconds, or null where it is neither. */
function readRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
