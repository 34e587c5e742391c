import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networksOf } from '../../../functions/limits/networks.ts';

const names = (address: string) => networksOf(address).map(({ name }) => name);

it.each([
  ['192.0.2.7', ['192.0.2.7/32']],
  ['::ffff:192.0.2.7', ['192.0.2.7/32']],
  ['::FFFF:192.0.2.7', ['192.0.2.7/32']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2/64', '2001:db8:1/48']],
  ['2001:DB8:0001:0002::1', ['2001:db8:1:2/64', '2001:db8:1/48']],
  ['2001:db8::1', ['2001:db8:0:0/64', '2001:db8:0/48']],
  ['2001:db8:1:2::', ['2001:db8:1:2/64', '2001:db8:1/48']],
  ['2001:db8::5:6:7:8:9', ['2001:db8:0:5/64', '2001:db8:0/48']],
  ['2001::4:5:6:7:8', ['2001:0:0:4/64', '2001:0:0/48']],
  ['::1', ['0:0:0:0/64', '0:0:0/48']],
  ['', ['/32']],
])('counts %s as %j', (address, networks) => {
  expect(names(address)).toEqual(networks);
});

it('counts whatever is written of one IPv6 address as the same', () => {
  // Zeros often enough that a run of them is left out anywhere.
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.tuple(group, group, group, group, group, group, group, group), (groups) => {
      const short = groups.map((value) => value.toString(16)).join(':');
      const long = groups.map((value) => value.toString(16).padStart(4, '0').toUpperCase()).join(':');
      // The URL parser writes an address as RFC 5952 wants it, with the longest run of zeros left out.
      const plain = new URL(`http://[${short}]/`).hostname.slice(1, -1);
      expect(names(long)).toEqual(names(short));
      expect(names(plain)).toEqual(names(short));
    }),
  );
});
