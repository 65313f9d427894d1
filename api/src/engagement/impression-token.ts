import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * What a slot's token says. An impression is one slot of one page: (pageId, position) names it for ever.
 * `rail`, `placement` are indexes into the domain's lists; `expiresAt` is in whole seconds since 1970.
 */
export interface Impression {
  /** from a sequence: a safe integer for the next 285,000 years at a thousand pages a second */
  pageId: number;
  position: number;
  rail: number;
  level: number;
  placement: number;
  expiresAt: number;
  /** 32 bits of the reader's key, or 0 when they are not known */
  reader: number;
  /** impressions of an average place that this one is worth, as the feed knew it when it served the page */
  exposure: number;
  /** the buckets of reader and age that the place had (`bucketsOf`) */
  readerBucket: number;
  ageBucket: number;
  noteId: string;
  boostId: string | null;
  /** null for what nobody searched for */
  search: SearchMark | null;
}

/** What a slot on the page of a search is counted by. */
export interface SearchMark {
  /** 64 bits of what was searched for (`queryKey`) */
  queryKey: string;
  /** place of the met keyword in the list of the slot's boost, from 1; 0 for an organic slot */
  keyword: number;
  /** the first slot of its workspace on the page, of the organic or of the paid ones: by it a page is counted once */
  leads: boolean;
}

/** A place that nothing is known of counts as an average one. */
export const unknownPlace = { exposure: 1, readerBucket: 0, ageBucket: 0 } as const;

/** More than the slots of any page, so that page and position make one number. */
const positionsOfPage = 32;

/** (pageId, position) as one safe integer: the impression's name, and the order in which writers touch events. */
export const slotNumber = ({ pageId, position }: Pick<Impression, 'pageId' | 'position'>): number =>
  pageId * positionsOfPage + position;

export type TokenRefusal = 'token-forged' | 'token-foreign';

const version = 2;
/** version 1, rail 1, level 1, placement 1, position 1, what follows 1, application 4, expiry 4, page 8, note 16, reader 4, buckets 1, exposure 2 */
const headBytes = 45;
/** Exposures travel in thousandths. */
const exposureUnit = 1_000;
const exposureMax = 65;
const boostBytes = 16;
/** query 8, keyword 1, leads 1 */
const searchBytes = 10;
/** Which of the two follow the head. */
const [carriesBoost, carriesSearch] = [1, 2];
/** Tokens of the version before have no reader. Events may come for days after their page, so they are still read. */
const withoutReader = { version: 1, headBytes: 38 };
/** 128 bits of the HMAC: far beyond guessing within the days that a token is of use. */
const macBytes = 16;

/** Signs and reads impression tokens: URL-safe text of 82 to 116 letters. */
export class ImpressionTokens {
  private readonly key: KeyObject;

  constructor(secret: Buffer) {
    this.key = createSecretKey(secret);
  }

  sign(impression: Impression, application: number): string {
    const { boostId, search } = impression;
    const afterBoost = headBytes + (boostId ? boostBytes : 0);
    const bodyBytes = afterBoost + (search ? searchBytes : 0);
    const token = Buffer.allocUnsafe(bodyBytes + macBytes);
    token[0] = version;
    token[1] = impression.rail;
    token[2] = impression.level;
    token[3] = impression.placement;
    token[4] = impression.position;
    token[5] = (boostId ? carriesBoost : 0) | (search ? carriesSearch : 0);
    token.writeUInt32BE(application, 6);
    token.writeUInt32BE(impression.expiresAt, 10);
    token.writeUInt32BE(Math.floor(impression.pageId / 2 ** 32), 14);
    token.writeUInt32BE(impression.pageId % 2 ** 32, 18);
    token.write(impression.noteId.replaceAll('-', ''), 22, 'hex');
    token.writeUInt32BE(impression.reader, 38);
    token[42] = (impression.readerBucket << 4) | impression.ageBucket;
    token.writeUInt16BE(Math.round(Math.min(exposureMax, impression.exposure) * exposureUnit), 43);
    if (boostId) token.write(boostId.replaceAll('-', ''), headBytes, 'hex');
    if (search) writeSearch(token, search, afterBoost);
    this.mac(token, bodyBytes).copy(token, bodyBytes, 0, macBytes);
    return token.toString('base64url');
  }

  /** Reads a token of `application` (its 32-bit tag), whether its page has ended or not. */
  read(text: string, application: number): Impression | TokenRefusal {
    const token = Buffer.from(text, 'base64url');
    const carried = token[5] ?? 0;
    const hasBoost = (carried & carriesBoost) > 0;
    const hasSearch = (carried & carriesSearch) > 0;
    const head = token[0] === withoutReader.version ? withoutReader.headBytes : headBytes;
    const afterBoost = head + (hasBoost ? boostBytes : 0);
    const bodyBytes = afterBoost + (hasSearch ? searchBytes : 0);
    if (token.length !== bodyBytes + macBytes || (token[0] !== version && head === headBytes))
      return 'token-forged';
    if (!timingSafeEqual(this.mac(token, bodyBytes).subarray(0, macBytes), token.subarray(bodyBytes)))
      return 'token-forged';
    if (token.readUInt32BE(6) !== application) return 'token-foreign';
    return {
      pageId: token.readUInt32BE(14) * 2 ** 32 + token.readUInt32BE(18),
      position: token[4] ?? 0,
      rail: token[1] ?? 0,
      level: token[2] ?? 0,
      placement: token[3] ?? 0,
      expiresAt: token.readUInt32BE(10),
      reader: head === headBytes ? token.readUInt32BE(38) : 0,
      readerBucket: head === headBytes ? (token[42] ?? 0) >> 4 : 0,
      ageBucket: head === headBytes ? (token[42] ?? 0) & 15 : 0,
      exposure: head === headBytes ? token.readUInt16BE(43) / exposureUnit : 1,
      noteId: uuidAt(token, 22),
      boostId: hasBoost ? uuidAt(token, head) : null,
      search: hasSearch ? searchAt(token, afterBoost) : null,
    };
  }

  private mac(token: Buffer, bodyBytes: number): Buffer {
    return createHmac('sha256', this.key).update(token.subarray(0, bodyBytes)).digest();
  }
}

function writeSearch(token: Buffer, { queryKey, keyword, leads }: SearchMark, at: number): void {
  token.writeBigInt64BE(BigInt(queryKey), at);
  token[at + 8] = keyword;
  token[at + 9] = leads ? 1 : 0;
}

const searchAt = (token: Buffer, at: number): SearchMark => ({
  queryKey: token.readBigInt64BE(at).toString(),
  keyword: token[at + 8] ?? 0,
  leads: token[at + 9] === 1,
});

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The 32 bits of a reader's key that tokens carry: enough to tell the readers of one half hour apart. */
export const readerTag = (readerKey: string): number => Number(BigInt.asUintN(32, BigInt(readerKey)));

/** The 32 bits of an application's id that its tokens carry. */
export const applicationTag = (applicationId: string): number => parseInt(applicationId.slice(0, 8), 16);
