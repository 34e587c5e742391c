import { describe, expect, it } from 'vitest';
import { REQUEST_LIMITS, Request } from '../../../src/protocol/request.ts';
import { vectors } from './vectors.ts';

const { item } = vectors.sealed.request;

describe('the schema of a request', () => {
  it('takes one without a way to reply: the mailbox is enough', () => {
    expect(Request.safeParse({ ...item, reply: undefined }).success).toBe(true);
  });

  it.each([
    ['without anything asked for', { about: [] }],
    ['for something that does not exist', { about: ['money'] }],
    ['without an organisation', { organisation: '' }],
    ['without a name', { name: '' }],
    ['without a text', { text: '' }],
    ['in a language without a form', { formLanguage: 'de' }],
    ['without a mailbox', { mailbox: '' }],
    ['of another version', { v: 2 }],
    ...Object.entries(REQUEST_LIMITS).map(
      ([field, limit]) => [`with a too long ${field}`, { [field]: 'x'.repeat(limit + 1) }] as const,
    ),
  ])('refuses one %s', (_what, fields) => {
    expect(Request.safeParse(item).success).toBe(true);
    expect(Request.safeParse({ ...item, ...fields }).success).toBe(false);
  });
});
