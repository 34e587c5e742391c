import { describe, expect, it } from 'vitest';
import { REQUEST_LIMITS, Request } from '../../../src/protocol/items/kinds/request.ts';
import { vectors } from './vectors.ts';

const { item } = vectors.sealed.request;

describe('the schema of a request', () => {
  it('takes one without a way to reply: the mailbox is enough', () => {
    expect(Request.safeParse({ ...item, reply: undefined }).success).toBe(true);
  });

  it('takes one from a form in a language that came later', () => {
    for (const formLanguage of ['de', 'pt-BR', 'zh-Hant-TW'])
      expect(Request.safeParse({ ...item, formLanguage }).success).toBe(true);
  });

  const tooLong = Object.entries(REQUEST_LIMITS).map(([field, limit]) => ({
    what: `with a too long ${field}`,
    fields: { [field]: 'x'.repeat(limit + 1) },
  }));

  it.each([
    { what: 'without anything asked for', fields: { about: [] } },
    { what: 'for something that does not exist', fields: { about: ['money'] } },
    { what: 'with no number of copies', fields: { copies: {} } },
    { what: 'with copies of something else', fields: { copies: { mug: 1 } } },
    { what: 'with none of something', fields: { copies: { poster: 0 } } },
    { what: 'with too many copies', fields: { copies: { poster: 501 } } },
    { what: 'without an organisation', fields: { organisation: '' } },
    { what: 'without a name', fields: { name: '' } },
    { what: 'without a text', fields: { text: '' } },
    { what: 'in what is no language', fields: { formLanguage: 'Dutch' } },
    { what: 'in words instead of a language', fields: { formLanguage: 'nl and more' } },
    { what: 'without a mailbox', fields: { mailbox: '' } },
    { what: 'of another version', fields: { v: 1 } },
    ...tooLong,
  ])('refuses one $what', ({ fields }) => {
    expect(Request.safeParse(item).success).toBe(true);
    expect(Request.safeParse({ ...item, ...fields }).success).toBe(false);
  });
});
