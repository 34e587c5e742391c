import { describe, expect, it } from 'vitest';

import { REQUEST_LIMITS } from '../../../../src/protocol/items/kinds/request.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { REQUEST_QUESTIONS, type RequestAnswers } from '../../../../src/questions/request.ts';
import { buildRequest } from '../../../../src/reporter/request-form/build-request.ts';
import { findErrors } from '../../../../src/reporter/sealed-form/answers/find-errors.ts';
import type { ThreadStart } from '../../../../src/reporter/sealed-form/draft.ts';
import { LEAST_REQUEST, NO_REQUEST } from '../../../samples/request-answers.ts';

const findRequestErrors = (answers: RequestAnswers) => findErrors(REQUEST_QUESTIONS, answers);
const start: ThreadStart = {
  id: randomId(),
  at: 1_794_999_600,
  mailbox: 'A'.repeat(43),
  formLanguage: 'fr',
};

describe('findErrors in a request', () => {
  it('asks for everything but a way to reply, in the order of the form', () => {
    expect(findRequestErrors(NO_REQUEST)).toEqual(
      ['about', 'text', 'organisation', 'name'].map((field) => ({ field, code: 'missing' })),
    );
    expect(findRequestErrors(LEAST_REQUEST)).toEqual([]);
  });

  it('takes blanks for nothing', () => {
    expect(findRequestErrors({ ...LEAST_REQUEST, name: ' \n' })).toEqual([
      { field: 'name', code: 'missing' },
    ]);
  });

  it.each(['text', 'organisation', 'name', 'reply'] as const)('finds a %s that is too long', (field) => {
    const limit = REQUEST_LIMITS[field];
    expect(findRequestErrors({ ...LEAST_REQUEST, [field]: 'x'.repeat(limit) })).toEqual([]);
    expect(findRequestErrors({ ...LEAST_REQUEST, [field]: 'x'.repeat(limit + 25) })).toEqual([
      { field, code: 'long', over: 25 },
    ]);
  });
});

describe('buildRequest', () => {
  it('keeps what was typed as it was typed, and leaves out what was not', () => {
    const text = '  20 affiches\n\nمرحبا 👩‍👧 <b>&amp;  ';
    const built = buildRequest({ ...LEAST_REQUEST, about: ['copies', 'training'], text }, start);
    expect(JSON.parse(JSON.stringify(built))).toEqual({
      v: 2,
      kind: 'request',
      thread: start.id,
      ...start,
      about: ['copies', 'training'],
      text,
      organisation: LEAST_REQUEST.organisation,
      name: LEAST_REQUEST.name,
    });
    expect(buildRequest({ ...LEAST_REQUEST, reply: '02 000 00 00' }, start)?.reply).toBe('02 000 00 00');
  });

  it('seals the copies that are asked for and where they go, and nothing of it with a training alone', () => {
    const written = { ...LEAST_REQUEST, poster: '20', card: ' 3 ', street: 'Kerkstraat 1', town: 'Gent' };
    expect(buildRequest(written, start)).toMatchObject({
      copies: { poster: 20, card: 3 },
      street: 'Kerkstraat 1',
      town: 'Gent',
    });
    const training = JSON.parse(JSON.stringify(buildRequest({ ...written, about: ['training'] }, start)));
    for (const field of ['copies', 'street', 'town']) expect(training).not.toHaveProperty(field);
    expect(findRequestErrors({ ...written, about: ['training'], poster: '501' })).toEqual([]);
    for (const poster of ['501', '0', 'twenty']) {
      expect(findRequestErrors({ ...written, poster })).toEqual([
        { field: 'poster', code: 'range', least: 1, most: 500 },
      ]);
      expect(buildRequest({ ...written, poster }, start)).toBeNull();
    }
  });

  it('gives nothing wherever the form would show an error', () => {
    for (const wrong of [
      NO_REQUEST,
      { ...LEAST_REQUEST, about: [] },
      { ...LEAST_REQUEST, organisation: ' ' },
      { ...LEAST_REQUEST, text: 'x'.repeat(REQUEST_LIMITS.text + 1) },
    ]) {
      expect(findRequestErrors(wrong).length).toBeGreaterThan(0);
      expect(buildRequest(wrong, start)).toBeNull();
    }
  });
});
