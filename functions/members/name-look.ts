/**
 * What looks like which letters: each of the characters behind `=` like what stands before it. From confusables.txt of UTS
 * 39 (https://www.unicode.org/Public/security/latest/confusables.txt), of it the letters of the Latin, Cyrillic and Greek
 * scripts, and the digits, that look like plain Latin letters and are left as they are by NFKC.
 */
const LOOKS_LIKE = `
A=ΑА AA=Ꜳ AE=ÆӔ AO=Ꜵ AU=Ꜷ AV=ꜸꜺ AY=Ꜽ B=ꞴΒВ C=С E=ΕЕ F=ꞘϜ G=Ԍ H=ΗН J=ꞲͿЈ K=ΚК M=ΜϺМ N=Ν O=0ΟО OE=Œ
OO=ꝎꚘ P=ΡР R=Ʀ S=Ѕ T=ΤТ V=Ѵ W=Ԝ X=ꞳΧХ Y=ΥУҮ Z=Ζ a=ɑαа aa=ꜳ ae=æӕ ao=ꜵ au=ꜷ av=ꜹꜻ ay=ꜽ b=ƄЬ bl=Ы c=ᴄс
d=ԁ dz=ʣ e=ꬲеҽ f=ꬵꞙẝ g=ɡᶃƍ h=һ i=ıɪɩιіꙇӏ j=ϳј l=1IƖǀΙІӀ lO=Ю ll=ǁ ls=ʪ lz=ʫ o=ᴏᴑꬽοσо oe=œ oo=ꝏꚙ p=ρр
q=ԛ r=ꭇꭈᴦг rn=m s=ꜱƽѕ tf=ꝷ ts=ʦ u=ꞟᴜꭎꭒʋυ ue=ᵫ uo=ꭣ v=ᴠνѵ w=ɯᴡѡԝ x=х y=ɣᶌʏỿꭚγуү z=ᴢ
`;

const PLAIN = new Map(
  LOOKS_LIKE.trim()
    .split(/\s+/)
    .flatMap((row) => {
      const [plain = '', alike = ''] = row.split('=');
      return [...alike].map((letter) => [letter, plain] as const);
    }),
);

/**
 * How a name looks: the skeleton of UTS 39, section 4, as far as the table above goes. Two names of one look can't be told
 * apart on a screen, whatever letters they are made of.
 */
export function lookOf(name: string): string {
  const letters = [...name.normalize('NFD')].map((letter) => PLAIN.get(letter) ?? letter);
  return letters.join('').normalize('NFD');
}

/** The same whatever its capitals: of the spelling in which names are compared (`nameKeyOf`). */
export const lookKeyOf = (nameKey: string) => lookOf(nameKey).toLowerCase();
