import { expect, it } from 'vitest';
import { isInsideApp } from '../../../src/reporter/form/inside-app.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 13; SM-A145R) AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  `${ANDROID} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.0;]`,
  `${ANDROID} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Instagram 310.0.0.0`,
  `${ANDROID} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 BytedanceWebview/d8a21c6`,
  `${ANDROID} Chrome/120.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.40`,
  'Mozilla/5.0 (Linux; Android 13; SM-A145R; wv) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.293; U; en) Presto/2.12.423 Version/12.16',
])('knows a browser inside an app: %s', (userAgent) => {
  expect(isInsideApp(userAgent)).toBe(true);
});

it.each([
  `${ANDROID} Chrome/120.0.0.0 Mobile Safari/537.36`,
  `${ANDROID} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',
])('leaves a usual browser alone: %s', (userAgent) => {
  expect(isInsideApp(userAgent)).toBe(false);
});
