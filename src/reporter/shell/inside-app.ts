/** Apps that show pages in a browser of their own and can read along, by what they put into the user agent. */
const APPS = [
  // Facebook, Messenger; Instagram; Threads, under its first name
  /\bFB(?:AN|AV|_IAB|IOS)\b/,
  /Instagram/,
  /Barcelona \d/,
  // TikTok and Douyin, under several names
  /musical_ly|Bytedance|TikTok|\btrill[/_]/i,
  /MicroMessenger|\bWeChat\//,
  /\bQQ\/|\bWeibo\b|baiduboxapp/i,
  /Snapchat/,
  // WhatsApp, on Android and on an iPhone, where it says `Safari/` as well
  /\bWA(?:4A|iOS)\//,
  /\bLine\//,
  /\bZalo\b/i,
  /KAKAO(?:TALK|STORY)/i,
  /\bNAVER\(|\bDaumApps\//,
  /LinkedInApp/,
  /\bPinterest\//i,
  /Twitter for i|TwitterAndroid/,
  /VKAndroidApp|\bVK\/|vkclient/i,
  /Telegram-Android/,
  /\bViber\b/,
  /\bReddit\/(?:Version|\d)/,
  /\bDiscord\//,
  // the apps of Google and Bing
  /\bGSA\//,
  /\bBing(?:Web|Sapphire)\//,
];

/** Browsers whose pages pass through, or are drawn on, computers of their maker. */
const ELSEWHERE = /Opera Mini|\bOPiOS\/|\bPuffin\/|\bUC ?Browser\/|\bUBrowser\/|\bUCWEB/;

/** A web view of Android: it says so, or names a version of itself before Chrome's. */
const ANDROID_VIEW = /; wv\)|Android.+ Version\/4\.0 Chrome\//;

/** A browser in its own right that is built on Android's web view. */
const BUILT_ON_VIEW = / DuckDuckGo\//;

/** Apple's devices, iPads that call themselves a Macintosh among them. There every browser says `Safari/`, and no app. */
const APPLE = /\((?:iPhone|iPad|iPod|Macintosh)\b.+AppleWebKit\//;

/**
 * Whether a user agent is one of a browser in which somebody else may read what is typed: one inside another app, or
 * one whose pages are drawn on somebody else's computer. What hides itself is not found.
 */
export function isInsideApp(userAgent: string): boolean {
  if (ELSEWHERE.test(userAgent) || APPS.some((app) => app.test(userAgent))) return true;
  if (ANDROID_VIEW.test(userAgent)) return !BUILT_ON_VIEW.test(userAgent);
  return APPLE.test(userAgent) && !userAgent.includes('Safari/');
}
