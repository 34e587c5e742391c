import { describe, expect, it } from 'vitest';
import { isInsideApp } from '../../../src/reporter/shell/inside-app.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 13; SM-A145R) AppleWebKit/537.36 (KHTML, like Gecko)';
const VIEW =
  'Mozilla/5.0 (Linux; Android 14; SM-A546B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = 'Chrome/124.0.6367.82 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

const INSIDE: Record<string, string> = {
  'Facebook on Android': `${VIEW} Version/4.0 ${CHROME} [FB_IAB/FB4A;FBAV/462.0.0.47.85;IABMV/1;]`,
  'Facebook on iOS': `${IPHONE} Mobile/21E236 [FBAN/FBIOS;FBAV/461.0.0.30.104;FBBV/589218131;FBDV/iPhone14,5]`,
  'Messenger on Android': `${VIEW} Version/4.0 ${CHROME} [FB_IAB/Orca-Android;FBAV/452.0.0.0.0;]`,
  'Messenger on iOS': `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/450.0.0.36.108;]`,
  'Instagram on Android': `${VIEW} Version/4.0 ${CHROME} Instagram 329.0.0.41.93 Android`,
  'Instagram on iOS': `${IPHONE} Mobile/21E236 Instagram 329.0.0.31.92 (iPhone14,5; iOS 17_4_1)`,
  'Threads on iOS': `${IPHONE} Mobile/15E148 Barcelona 289.0.0.18.109 (iPhone14,5; iOS 17_4_1)`,
  'Threads on Android': `${ANDROID} Version/4.0 ${CHROME} Barcelona 325.0.0.37.109 Android`,
  'TikTok on Android': `${ANDROID} Version/4.0 ${CHROME} trill_340603 BytedanceWebview/d8a21c6`,
  'TikTok on iOS': `${IPHONE} Mobile/15E148 musical_ly_34.1.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6`,
  'WeChat on Android': `${ANDROID} Chrome/116.0.0.0 Mobile Safari/537.36 MMWEBID/2247 MicroMessenger/8.0.47`,
  'WeChat on iOS': `${IPHONE} Mobile/15E148 MicroMessenger/8.0.48(0x18003030) NetType/WIFI Language/fr`,
  'WhatsApp on Android': `${VIEW} Version/4.0 ${CHROME} WA4A/2.26.30.97`,
  'WhatsApp on Android, half hidden': `${ANDROID} ${CHROME} WA4A/2.26.30.97`,
  'WhatsApp on iOS': `${IPHONE} Version/26.6 Mobile/15E148 Safari/604.1 [WAiOS/2.26.31]`,
  'TikTok on iOS, that says Safari': `${IPHONE} Mobile/15E148 Safari/604.1 trill_43.0.0 BytedanceWebview/d8a21c6`,
  'QQ on iOS': `${IPHONE} Mobile/15E148 QQ/9.0.30.604 V1_IPH_SQ_9.0.30`,
  'Weibo on iOS': `${IPHONE} Mobile/15E148 Weibo (iPhone14,5__weibo__14.4.1__iphone__os17.4.1)`,
  'Snapchat on iOS': `${IPHONE} Version/17.4.1 Mobile/15E148 Snapchat/12.84.0.35 (like Safari/8617.2.4, panda)`,
  'Snapchat on Android': `${VIEW} Version/4.0 ${CHROME} Snapchat12.84.0.37 (SM-A546B; Android 14)`,
  'Line on iOS': `${IPHONE} Mobile/15E148 Safari Line/14.5.0`,
  'Line on Android': `${VIEW} Version/4.0 ${CHROME} Line/14.5.1/IAB`,
  'Zalo on iOS': `${IPHONE} Mobile/15E148 Zalo iOS/602 ZaloTheme/light ZaloLanguage/vi`,
  'Zalo on Android': `${ANDROID} Version/4.0 ${CHROME} Zalo android/24040635 ZaloTheme/light ZaloLanguage/vi`,
  'KakaoTalk on iOS': `${IPHONE} Mobile/15E148 KAKAOTALK 10.7.1`,
  'KakaoTalk on Android': `${ANDROID} Version/4.0 ${CHROME};KAKAOTALK 2410721`,
  'KakaoTalk on iOS, that says Safari': `${IPHONE} Mobile/15E148 Safari/604.1 KAKAOTALK/11.3.1 (INAPP)`,
  'KakaoStory on iOS': `${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1 KAKAOSTORY/6.8.3_21046`,
  'Naver on iOS': `${IPHONE} Version/13.0 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 720; 10.25.0; 11PRO)`,
  'Daum on iOS': `${IPHONE} Mobile/15E148 Safari/604.1 DaumApps/8.3.1`,
  'the app of Bing on iOS': `${IPHONE} Version/17.0 Mobile/15E148 Safari/605.1.15 BingSapphire/27.4`,
  'LinkedIn on iOS': `${IPHONE} Mobile/15E148 [LinkedInApp]/9.29.5434`,
  'LinkedIn on Android': `${VIEW} Version/4.0 ${CHROME} [LinkedInApp]`,
  'Pinterest on iOS': `${IPHONE} Mobile/15E148 [Pinterest/iOS]`,
  'Pinterest on Android': `${VIEW} Version/4.0 ${CHROME} [Pinterest/Android]`,
  'X on iOS': `${IPHONE} Mobile/15E148 Twitter for iPhone/10.37`,
  'X on Android': `${ANDROID} Version/4.0 ${CHROME} TwitterAndroid`,
  'VK on Android': `${ANDROID} ${CHROME} VKAndroidApp/8.70-21280`,
  'VK on iOS': `${IPHONE} Mobile/15E148 com.vk.vkclient/3100`,
  'Telegram on Android': `${ANDROID} ${CHROME} Telegram-Android/10.11.2 (Samsung SM-A546B; Android 14)`,
  'Viber on Android': `${VIEW} Version/4.0 ${CHROME} Viber/22.3.1`,
  'Discord on Android': `${ANDROID} ${CHROME} Discord/226.17`,
  'Reddit on iOS': `${IPHONE} Mobile/15E148 Reddit/Version 2024.15.0/Build 614889/iOS 17.4.1`,
  'the app of Google on iOS': `${IPHONE} GSA/313.0.625 Mobile/15E148 Safari/604.1`,
  'the app of Google on Android': `${ANDROID} ${CHROME} GSA/15.15.34.28.arm64`,
  'an app without a name on an iPhone': `${IPHONE} Mobile/15E148`,
  'an app without a name on an iPad': `${IPAD} Mobile/15E148`,
  'an app without a name on an iPad that says Macintosh': MAC,
  'an app without a name on Android': `${VIEW} Version/4.0 ${CHROME}`,
  'a web view of Android 9': `Mozilla/5.0 (Linux; Android 9; Redmi 7A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ${CHROME}`,
  'an app that hides half of it': `${ANDROID} Version/4.0 Chrome/109.0.0.0 Mobile Safari/537.36`,
  'Opera Mini on a feature phone':
    'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.293; U; en) Presto/2.12.423 Version/12.16',
  'Opera Mini on Android':
    'Opera/9.80 (Android; Opera Mini/66.2.2254/191.303; U; fr) Presto/2.12.423 Version/12.16',
  'Opera Mini on Android, on a web view':
    'Mozilla/5.0 (Linux; U; Android 10; SM-A105F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36 OPR/77.0.2254.69831',
  'Opera Mini on an iPhone': `${IPHONE} OPiOS/16.0.15.124050 Mobile/15E148 Safari/9537.53`,
  'Puffin on Android': `Mozilla/5.0 (X11; U; Linux x86_64; en-GB) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.134 Safari/537.36 Puffin/10.2.0.51583AP`,
  'Puffin on an iPhone': `${IPHONE} Chrome/114.0.0.0 Mobile Safari/537.36 Puffin/5.2.2IP`,
  'UC Browser on Android':
    'Mozilla/5.0 (Linux; U; Android 12; en-US; CPH2239) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.7.2.1636 Mobile Safari/537.36',
  'UC Browser on an iPhone': `${IPHONE} Mobile/15E148 UCBrowser/11.3.5.1203 Mobile`,
};

const BROWSERS: Record<string, string> = {
  'Chrome on Android': `${ANDROID} ${CHROME}`,
  'Chrome on Android, reduced': `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) ${CHROME}`,
  'Chrome on an iPhone': `${IPHONE} CriOS/124.0.6367.88 Mobile/15E148 Safari/604.1`,
  'Chrome on an iPad': `${IPAD} CriOS/124.0.6367.88 Mobile/15E148 Safari/604.1`,
  'Chrome on Windows': `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36`,
  'Chrome on a Mac': `${MAC.replace('605.1.15', '537.36')} Chrome/124.0.0.0 Safari/537.36`,
  'Chrome on a Chromebook':
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
  'Samsung Internet': `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  'Safari on an iPhone': `${IPHONE} Version/17.4.1 Mobile/15E148 Safari/604.1`,
  'Safari on an iPad': `${IPAD} Version/16.6 Mobile/15E148 Safari/604.1`,
  'Safari on an iPad that says Macintosh': `${MAC} Version/17.4.1 Safari/605.1.15`,
  'Safari 15': `${IPHONE.replace('17_4_1', '15_4')} Version/15.4 Mobile/15E148 Safari/604.1`,
  'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0',
  'Firefox on an iPhone': `${IPHONE} FxiOS/125.0 Mobile/15E148 Safari/605.1.15`,
  'Firefox on Windows': `${WINDOWS.replace(')', '; rv:125.0)')} Gecko/20100101 Firefox/125.0`,
  'Firefox on Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0',
  'Firefox on a Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:125.0) Gecko/20100101 Firefox/125.0',
  'Tor Browser on Android': 'Mozilla/5.0 (Android 10; Mobile; rv:115.0) Gecko/115.0 Firefox/115.0',
  'Tor Browser': 'Mozilla/5.0 (Windows NT 10.0; rv:115.0) Gecko/20100101 Firefox/115.0',
  'Edge on Windows': `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.2478.51`,
  'Edge on Android': `${ANDROID} ${CHROME} EdgA/124.0.2478.50`,
  'Edge on an iPhone': `${IPHONE} Version/17.0 EdgiOS/124.0.2478.50 Mobile/15E148 Safari/605.1.15`,
  'Opera on Android': `${ANDROID} ${CHROME} OPR/81.5.4292.78446`,
  'Opera on an iPhone': `${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1 OPT/4.7.0`,
  'Brave on an iPhone': `${IPHONE} Version/17.4.1 Mobile/15E148 Safari/604.1`,
  'Vivaldi on Android': `${ANDROID} ${CHROME} Vivaldi/6.7.3329.39`,
  'DuckDuckGo on Android': `${ANDROID} Version/4.0 Chrome/124.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`,
  'DuckDuckGo on an iPhone': `${IPHONE} Version/17.4.1 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  'Ecosia on an iPhone': `${IPHONE} Version/17.4.1 Mobile/15E148 Safari/604.1 (Ecosia ios@9.0.0.1850)`,
  'Yandex on Android': `${ANDROID} Chrome/122.0.0.0 YaBrowser/24.4.1.108.00 SA/3 Mobile Safari/537.36`,
  'Huawei Browser': `${ANDROID} Chrome/114.0.5735.196 HuaweiBrowser/14.0.5.302 Mobile Safari/537.36`,
  'Mi Browser': `${ANDROID} Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.9.1-gn`,
  'GNOME Web':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  'a browser that says nothing': '',
  'a page about a line': `${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Online/1`,
  'Ubuntu Touch':
    'Mozilla/5.0 (Linux; Ubuntu 20.04 like Android 9) AppleWebKit/537.36 Chrome/87.0.4280.144 Mobile Safari/537.36',
  KaiOS: 'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
  'Whale on Android': `${ANDROID} Chrome/118.0.0.0 Whale/1.0.0.0 Crosswalk/28.118.0.25 Mobile Safari/537.36`,
  'Quest Browser':
    'Mozilla/5.0 (X11; Linux x86_64; Quest 3) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/32.0 Chrome/122.0 VR Safari/537.36',
  'Silk on a Fire tablet':
    'Mozilla/5.0 (Linux; Android 9; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/122.4.1 like Chrome/122.0.6261.119 Safari/537.36',
};

describe('a browser inside an app', () => {
  it.each(Object.entries(INSIDE))('is known: %s', (_name, userAgent) => {
    expect(isInsideApp(userAgent)).toBe(true);
  });
  it.each(Object.entries(BROWSERS))('is not: %s', (_name, userAgent) => {
    expect(isInsideApp(userAgent)).toBe(false);
  });
});
