/** How much of an address names a network: a whole IPv4 address, or so many bits of an IPv6 address. */
export type Width = 32 | 64 | 48;

/** A network from which somebody asks, by its address as text, `203.0.113.7/32` or `2001:db8:1:2/64`. */
export type Network = { width: Width; name: string };

/**
 * The networks that an address belongs to, the narrowest first: an IPv4 address; or an IPv6 address's /64, of which a
 * household has at least one whole, and its /48, of which anybody can rent one. An IPv4 address in IPv6's clothes
 * (`::ffff:192.0.2.7`, RFC 4291 section 2.5.5.2) is the IPv4 address.
 */
export function networksOf(address: string): Network[] {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return [{ width: 32, name: `${plain}/32` }];
  const groups = ipv6Groups(plain);
  return [
    { width: 64, name: `${groups.slice(0, 4).join(':')}/64` },
    { width: 48, name: `${groups.slice(0, 3).join(':')}/48` },
  ];
}

/** The eight groups of an IPv6 address, in one spelling. */
function ipv6Groups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}
