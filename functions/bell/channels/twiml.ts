import { inEachLanguage, type Said } from '../words.ts';

/** How often a call says what it asks, each followed by time to press: until a person is awake. */
const TIMES = 3;

/** Seconds to press a digit after everything was said. */
const TO_PRESS = 5;

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');

const spoken = (said: Said) =>
  inEachLanguage(said)
    .map(({ tag, text }) => `<Say language="${tag}">${escaped(text)}</Say>`)
    .join('');

const response = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${inside}</Response>\n`;

/** TwiML: says that something waits and takes one digit, which comes back to the address that gave this. */
export function askToPress(): string {
  const gather = `<Gather input="dtmf" numDigits="1" timeout="${TO_PRESS}" method="POST">${spoken('waits')}</Gather>`;
  return response(gather.repeat(TIMES));
}

/** TwiML: says something and hangs up. */
export function goodbye(said: Said): string {
  return response(`${spoken(said)}<Hangup/>`);
}
