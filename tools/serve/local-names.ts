import dns, { type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** A host's name as it is looked up: every name below `localhost` is this computer's (RFC 6761, section 6.3). */
const lookedUp = (host: string) => (host.endsWith('.localhost') ? 'localhost' : host);

/** Looks a host up for a connection, also a name below `localhost`: browsers know those, not every system does. */
export const lookUp: LookupFunction = (host, options, done) => dns.lookup(lookedUp(host), options, done);

/** Lets all of this process that looks hosts up by promise, as what asks in a browser's stead does, do the same. */
export function knowLocalNames(): void {
  const { lookup } = dns.promises;
  const all = (host: string, options: { all: true; family?: number }): Promise<LookupAddress[]> =>
    lookup(lookedUp(host), options);
  Object.assign(dns.promises, { lookup: all });
}
