/**
 * Browsers inside other apps (Facebook, Instagram, TikTok, WeChat, Snapchat, Line, Android's WebView), whose app can read
 * along, and Opera Mini, whose pages are drawn on somebody else's computer. By what they put into the user agent.
 */
const INSIDE =
  /\bFB(?:AN|AV|_IAB)\b|Instagram|musical_ly|Bytedance|TikTok|MicroMessenger|Snapchat|\bLine\/|; wv\)|Opera Mini/i;

/** Whether a user agent is one of a browser in which somebody else may read what is typed. */
export function isInsideApp(userAgent: string): boolean {
  return INSIDE.test(userAgent);
}
