import http from 'node:http';
import https from 'node:https';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { lookUp } from '../serve/local-names.ts';

/** What a site answered: its headers by their names in small letters, each value apart, and its bytes, decompressed. */
export type Answer = { status: number; headers: Map<string, string[]>; body: Buffer };

/** Asks for addresses of a site; `close` lets go of the connections. */
export type Asker = { ask: (url: URL) => Promise<Answer>; close: () => void };

/** Milliseconds after which an answer that doesn't come is given up, and how often it is asked for. */
const PATIENCE = 10_000;
const TRIES = 2;

/** Connections at once. */
const CONNECTIONS = 12;

/**
 * What a browser sends that goes to an address by itself. What is in front of the site decides by these whether it
 * compresses, rewrites or adds: it must not know us from a person.
 */
export const AS_A_BROWSER = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Encoding': 'gzip, br',
  'Accept-Language': 'fr',
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'none',
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
};

/** Starts to ask, as a browser does, without following what leads elsewhere. */
export function startAsking(): Asker {
  const agents = [http, https].map(
    (module) => new module.Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
  );
  const [plain, secure] = agents;
  const ask = async (url: URL): Promise<Answer> => {
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await once(url, url.protocol === 'https:' ? secure : plain);
      } catch (error) {
        if (left === 0) throw new Error(`${url.href} does not answer (${reason(error)}).`);
      }
    }
  };
  const close = () => {
    for (const agent of agents) agent.destroy();
  };
  return { ask, close };
}

const reason = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);

function once(url: URL, agent: http.Agent | undefined): Promise<Answer> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, headers: AS_A_BROWSER, timeout: PATIENCE, lookup: lookUp },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.once('error', reject);
        answer.once('end', () => {
          try {
            const headers = readHeaders(answer.rawHeaders);
            const [coding] = headers.get('content-encoding') ?? [];
            resolve({
              status: answer.statusCode ?? 0,
              headers,
              body: decompress(Buffer.concat(pieces), coding),
            });
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    asked.once('timeout', () => asked.destroy(new Error(`nothing for ${PATIENCE / 1000} s`)));
    asked.once('error', reject);
    asked.end();
  });
}

/** Headers by name, each line apart: what is sent twice must not look like one value. */
function readHeaders(raw: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), raw[at + 1] ?? '']);
  }
  return headers;
}

function decompress(body: Buffer, coding: string | undefined): Buffer {
  if (coding === 'br') return brotliDecompressSync(body);
  if (coding === 'gzip') return gunzipSync(body);
  if (coding === 'zstd') return zstdDecompressSync(body);
  return body;
}
