/** How a row of a file names a creator. */
export interface CreatorRef {
  /** The strongest of its names, by which rows of all files meet: two rows of one name are about one creator. */
  readonly nameKey: string;
  /** The id of the platform, 24 hex digits, as it stands in the link of a home page. It never changes. */
  readonly platformId: string | null;
  /** The account number (小红书号). She may change it, and somebody else may take it then. */
  readonly redId: string | null;
  /** What the vendor calls her, with the kind of file that says so; a hint for a person, never a reason to merge. */
  readonly vendorKey: string | null;
  /** The id in the link of her page at Pugongying: a hint as well. */
  readonly pugongyingId: string | null;
}

/** Fields of a row that may name a creator. */
export const creatorNameFields = [
  'accountId',
  'creatorId',
  'homepage',
  'pugongyingPage',
  'vendorCreatorId',
] as const;
export type CreatorNames = Readonly<Partial<Record<(typeof creatorNameFields)[number], unknown>>>;

/** Parts of names are put together with a sign that no file can write. */
export const nameSeparator = '\u001f';

const hex24 = /^[0-9a-f]{24}$/i;
const profile =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:xiaohongshu|rednote)\.com\/user\/profile\/([0-9a-f]{24})(?![0-9a-f])/i;
const pugongyingProfile = /^(?:https?:\/\/)?pgy\.xiaohongshu\.com\/.*\/([0-9a-f]{24})(?![0-9a-f])/i;

/**
 * How a row names its creator: by the id in the link of her home page, else by her account number, else by the vendor's own id or a
 * link that cannot be opened, which count within files of that kind alone.
 *
 * A number of 24 hex digits in a column of account numbers is the platform's id: rate cards call it `uid`. A row with two
 * different ids of the platform names nobody for certain; nor does a vendor's id. Source: domain notes 5.2 (V1, the trap), 5.3.
 *
 * @param source the kind of file that says so
 * @returns null where the row has no name at all
 */
export function creatorRefOf(names: CreatorNames, source: string): CreatorRef | null {
  const account = textOf(names.accountId);
  const vendorId = textOf(names.vendorCreatorId);
  const homepage = textOf(names.homepage);
  const vendorKey = vendorId && nameOf('vendor', source, vendorId);
  const pugongyingId = pugongyingProfile.exec(textOf(names.pugongyingPage) ?? '')?.[1]?.toLowerCase() ?? null;
  const hints = { vendorKey, pugongyingId };
  const platformIds = platformIdsOf(names);
  if (platformIds.length > 1)
    return { nameKey: nameOf('either', ...platformIds), platformId: null, redId: null, ...hints };
  const platformId = platformIds[0] ?? null;
  const redId = account !== null && !hex24.test(account) ? account : null;
  const nameKey = platformId
    ? nameOf('id', platformId)
    : redId
      ? nameOf('red', redId)
      : (vendorKey ?? (homepage && nameOf('link', homepage)));
  return nameKey === null || nameKey === '' ? null : { nameKey, platformId, redId, ...hints };
}

/** Every id of the platform that a row gives, each once. */
function platformIdsOf({ accountId, creatorId, homepage }: CreatorNames): string[] {
  const plain = [accountId, creatorId].map(textOf).filter((text) => text !== null && hex24.test(text));
  const linked = profile.exec(textOf(homepage) ?? '')?.[1];
  return [...new Set([...plain, linked].flatMap((id) => (id ? [id.toLowerCase()] : [])))].sort();
}

const nameOf = (...parts: readonly string[]): string => parts.join(nameSeparator);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
