import type { Cell } from './cells';
import type { ImportField } from './fields';
import { nameHeader } from './header-name';
import { personalColumns } from './kinds/file-kind';
import { plainText } from './plain-text';

const byAlias = new Map(
  personalColumns.flatMap(({ field, aliases }) =>
    aliases.map((alias): [string, ImportField] => [nameHeader(alias).keys[0] ?? '', field]),
  ),
);

/** Words that give a personal column away wherever they stand in its header. */
const words: readonly (readonly [RegExp, ImportField])[] = [
  [/xsec|token|cookie|session|密钥|密码|password|secret/i, 'accessToken'],
  [/手机|电话|联系方式|mobile|phone/i, 'phone'],
  [/微信|wechat|weixin|\bvx\b/i, 'wechat'],
  [/邮箱|e-?mail/i, 'email'],
  [/身份证|证件号|id_?card/i, 'identityNumber'],
  [/收货地址|收件地址|详细地址|address/i, 'postalAddress'],
  [/ip.?(?:属地|location|地址)/i, 'ipLocation'],
  [/头像|avatar/i, 'avatar'],
  [/昵称|nick.?name/i, 'nickname'],
  [/(?:真实|收件人|收货人|联系人|员工)姓名|联系人/, 'realName'],
];

const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const mail = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
const citizenNumber = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;
const chat = /(?:微信|vx|v信|wechat)\s*[:：]?\s*[a-z][\w-]{4,}/i;

/**
 * Which personal thing a column holds that nothing else explains, by its header or by what stands in it, or null.
 *
 * A column is personal by its values when one cell in five and more is a mobile number, an address of mail or chat, or
 * the number of an identity card.
 */
export function looksPersonal(header: string, cells: readonly Cell[]): ImportField | null {
  const name = nameHeader(header);
  for (const key of name.keys) {
    const field = byAlias.get(key);
    if (field) return field;
  }
  const word = words.find(([pattern]) => pattern.test(plainText(header)));
  return word ? word[1] : personalByValues(cells);
}

/** What the values of a column give away, whatever its header says. */
export function personalByValues(cells: readonly Cell[]): ImportField | null {
  const texts = cells.filter((cell) => typeof cell === 'string' || typeof cell === 'number').map(String);
  const filled = texts.filter((text) => text.trim() !== '');
  const holds = (pattern: RegExp) => filled.filter((text) => pattern.test(text)).length * 5 >= filled.length;
  if (filled.length === 0) return null;
  if (holds(citizenNumber)) return 'identityNumber';
  if (holds(mobile)) return 'phone';
  if (holds(mail)) return 'email';
  return holds(chat) ? 'wechat' : null;
}
