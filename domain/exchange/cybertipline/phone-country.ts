/** The country of a telephone number, by its calling code (ITU-T E.164, assigned codes). */

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ResolvedCountry } from '../../countries.ts';
import type { Country } from '../../vocabulary.ts';

/** Calling codes with their country. Codes that several countries share are not listed. */
const CODES = `
  20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39IT 40RO 41CH 43AT 44GB 45DK 46SE 47NO 48PL 49DE
  51PE 52MX 53CU 54AR 55BR 56CL 57CO 58VE 60MY 61AU 62ID 63PH 64NZ 65SG 66TH
  81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR
  211SS 212MA 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ
  230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 247SH 248SC 249SD
  250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI 258MZ 260ZM 261MG 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM
  290SH 291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358FI 359BG
  370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 379VA 380UA 381RS 382ME 383XK 385HR 386SI 387BA 389MK
  420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT
  591BO 592GY 593EC 594GF 595PY 596MQ 597SR 598UY
  670TL 673BN 674NR 675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH
  850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM
  970PS 971AE 972IL 973BH 974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 997KZ 998UZ
`;

const SHARED = ['1', '7', '262', '590', '599', '672'];

const COUNTRY_OF = new Map(
  Array.from(CODES.matchAll(/(\d+)([A-Z]{2})/g), ([, code = '', country = '']) => [code, country]),
);

/**
 * The country of a calling code (`+44`) or of a number in international form (`+44 …`, `0044 …`). If several countries
 * share the code, the area code decides. Null with a note if it does not, or if no country has the code. Undefined if the number has no calling code.
 */
export function countryOfPhone(callingCode: string | undefined, number: string): ResolvedCountry | undefined {
  const international = /^(?:\+|00)([\d\s()./-]+)/.exec(callingCode ?? number.trim())?.[1]?.replace(/\D/g, '');
  if (!international) return undefined;
  const leading = callingCode ? [international] : [1, 2, 3].map((digits) => international.slice(0, digits));
  const code = leading.find((each) => COUNTRY_OF.has(each) || SHARED.includes(each));
  if (!code) return { country: null, note: 'the calling code is not assigned to a country' };
  const country =
    COUNTRY_OF.get(code) ?? countryOfAreaCode(callingCode ? code + nationalDigits(number, code) : international);
  return country ? { country } : { country: null, note: `several countries share +${code}` };
}

/** By the numbering plan: North America, the Caribbean, Russia and Kazakhstan share codes. Undefined if it is ambiguous. */
function countryOfAreaCode(digits: string): Country | undefined {
  return parsePhoneNumberFromString(`+${digits}`)?.country;
}

/** The digits after the calling code, whether or not the number repeats it. */
function nationalDigits(number: string, code: string): string {
  const digits = number.replace(/\D/g, '');
  const isRepeated = /^\s*(?:\+|00)/.test(number) && digits.replace(/^00/, '').startsWith(code);
  return isRepeated ? digits.replace(/^00/, '').slice(code.length) : digits;
}
