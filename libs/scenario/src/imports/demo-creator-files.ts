import { categoryNames, cities, dayInShanghai, interactionsOf } from '@poolrise/domain';
import type { Cast } from '../cast/cast';
import { type DirectoryEntry, directoryOf } from '../directory/directory';
import { demoCsv, type DemoFile, roundedCount } from './demo-file';

const dayMs = 86_400_000;
/** Creators that a vendor lists, and how many of the first an agency proposes. */
const listed = 30;
const proposed = 22;
const exportedDaysAgo = [24, 10, 3];
const proposedDaysAgo = 6;

const vendorHeader =
  '达人ID,昵称,小红书号,地区,垂类,粉丝数,赞藏总数,笔记数,阅读中位数,互动中位数,平均点赞,图文报价,视频报价,CPM,粉丝真实度,千瓜指数,数据日期'.split(
    ',',
  );
const shortlistHeader =
  '小红书号,达人名称,内容类目,地域,粉丝量,图文报价,视频报价,日常笔记/阅读中位数,预估CPE,数据日期,备注'.split(
    ',',
  );

/**
 * What a brand has on its desk of creators of the demo's directory: three exports of Qiangua (V1), of which four creators have the vendor's
 * id alone, and the shortlist of an agency (P3), with its own margin on some prices, rounded followers, and two creators whom the
 * directory does not know. Followers and prices are those of the day, as the directory has them.
 */
export function demoCreatorFiles(cast: Cast, now: number): DemoFile[] {
  const entries = firstOnOffer({ ...cast, creators: [...cast.creators, ...cast.marketplace] }, now);
  return [
    ...exportedDaysAgo.map((days) => vendorExport(entries, now - days * dayMs)),
    agencyList(entries.slice(0, proposed), now - proposedDaysAgo * dayMs),
  ];
}

/** The first of the directory who take orders; the others are never made. */
function firstOnOffer(cast: Cast, now: number): DirectoryEntry[] {
  const found: DirectoryEntry[] = [];
  for (const entry of directoryOf(cast, new Date(now))) {
    if (entry.record.pictureCents !== null && entry.creator.followers >= 2_000 && !entry.record.deleted)
      found.push(entry);
    if (found.length === listed) break;
  }
  return found;
}

/** A cell that is empty says that there is no such offer; a dash would say that the price is to be agreed. */
const yuan = (cents: number | null): string | number => (cents === null ? '' : Math.round(cents / 100));

const lastMonth = ({ notes }: DirectoryEntry, at: number) =>
  notes.filter(({ publishedAt }) => publishedAt.getTime() <= at && publishedAt.getTime() > at - 30 * dayMs);

function vendorExport(entries: readonly DirectoryEntry[], at: number): DemoFile {
  const day = dayInShanghai(new Date(at));
  const rows = entries.map((entry, place) => {
    const { creator, record } = entry;
    const notes = lastMonth(entry, at);
    const reads = medianOf(notes.map(({ readsAll }) => readsAll));
    const { pictureCents, videoCents } = pricesOn(entry, day);
    return [
      `8${(120_000 + place * 37).toString()}`,
      creator.name,
      // Of some the vendor has never learnt the account number.
      place % 8 === 5 ? '' : creator.redId,
      cities[record.city].name.zh,
      categoryNames[creator.categories[0] ?? 'lifestyle'].zh,
      roundedCount(followersOn(entry, day)),
      roundedCount(notes.reduce((sum, { likes, collects }) => sum + likes + collects, 0)),
      notes.length,
      reads,
      medianOf(notes.map(interactionsOf)),
      medianOf(notes.map(({ likes }) => likes)),
      // The vendor guesses some prices from the last it saw.
      yuan(pictureCents !== null && place % 6 === 1 ? pictureCents * 0.8 : pictureCents),
      yuan(videoCents),
      pictureCents === null || reads === 0 ? '-' : ((10 * pictureCents) / reads).toFixed(2),
      `${70 + ((place * 7) % 28)}%`,
      300 + ((place * 61) % 600),
      day,
    ];
  });
  return demoCsv(`千瓜达人导出 ${day}.csv`, [vendorHeader, ...rows]);
}

function agencyList(entries: readonly DirectoryEntry[], at: number): DemoFile {
  const day = dayInShanghai(new Date(at));
  const rows = entries.map((entry, place) => {
    const { creator, record } = entry;
    const { pictureCents, videoCents } = pricesOn(entry, day);
    const margin = place % 4 === 2 ? 1.15 : 1;
    const quote = pictureCents === null ? null : pictureCents * margin;
    const daily = lastMonth(entry, at).filter(({ cooperation }) => !cooperation);
    const interactions = medianOf(daily.map(interactionsOf));
    // An agency counts the followers of other places in, as happens.
    const followers = followersOn(entry, day) * (place % 9 === 4 ? 1.4 : 1);
    return [
      creator.redId,
      creator.name,
      categoryNames[creator.categories[0] ?? 'lifestyle'].zh,
      cities[record.city].name.zh,
      roundedCount(Math.round(followers)),
      place % 11 === 7 ? '面议' : yuan(quote),
      yuan(videoCents),
      medianOf(daily.map(({ readsAll }) => readsAll)),
      quote === null || interactions === 0 ? '-' : (quote / 100 / interactions).toFixed(2),
      day,
      place % 5 === 0 ? '可提前一周档期' : '',
    ];
  });
  const strangers = ['tea_and_snow', 'hill.kitchen'].map((account, place) => [
    account,
    `新签达人${place + 1}`,
    '美食',
    '杭州',
    place === 0 ? '10万+' : 8_600,
    place === 0 ? '面议' : 1_200,
    '',
    900,
    '-',
    day,
    '',
  ]);
  return demoCsv(`机构达人筛选表 ${day}.csv`, [shortlistHeader, ...rows, ...strangers]);
}

const followersOn = ({ followersByDay, creator }: DirectoryEntry, day: string): number =>
  followersByDay.findLast((one) => one.day <= day)?.followers ?? creator.followers;

const pricesOn = ({ priceHistory, record }: DirectoryEntry, day: string) =>
  priceHistory.findLast((one) => one.day <= day) ?? record;

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
