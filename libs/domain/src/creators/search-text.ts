/**
 * Letters that look like Latin ones and are written to be taken for them. Source: the confusables of Unicode UTS #39, those
 * of Cyrillic and Greek that share their shape with a Latin lower-case letter.
 */
const looksLike: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  τ: 't',
  υ: 'u',
  ı: 'i',
  ɡ: 'g',
};
const invisible = /[\p{Cf}\p{Cc}\u180e\u3164\uffa0]|\ufe0f/gu;
const marks = /\p{M}/gu;

/**
 * A name or a query as searches compare them: one form for full and half width, capitals, accents, letters that only look
 * Latin, and nothing that cannot be seen. Blanks become one. Emoji stay: people search for them.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0370-\u03ff\u0400-\u052f\u0131\u0261]/gu, (letter) => looksLike[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What somebody pasted or typed, if it names one creator: the platform's own id, or the public handle. */
export type CreatorReference = { platformId: string } | { redId: string };

const hosts = /^(?:[\w-]+\.)*(?:xiaohongshu\.com|rednote\.com)$/;

/**
 * Recognises links of profiles on both hosts (the split of December 2025), links of the marketplace, 24-digit ids, and
 * handles typed as `红书号 12345` or `@12345`. Null for anything else; a short link names nobody until it is followed.
 */
export function readCreatorReference(text: string): CreatorReference | null {
  const trimmed = text.trim();
  const bare = /^[0-9a-f]{24}$/i.exec(trimmed);
  if (bare) return { platformId: trimmed.toLowerCase() };
  const handle = /^(?:小?红书号|red ?id|@)\s*[:：]?\s*([\w.-]{4,24})$/iu.exec(trimmed);
  if (handle?.[1]) return { redId: handle[1] };
  const link =
    /(?:https?:\/\/)?([\w.-]+)\/(?:[\w-]+\/)*(?:profile|blogger-detail|blogger)\/([0-9a-f]{24})\b/i.exec(
      trimmed,
    );
  if (link?.[1] && link[2] && hosts.test(link[1].toLowerCase())) return { platformId: link[2].toLowerCase() };
  return /^\d{6,12}$/.test(trimmed) ? { redId: trimmed } : null;
}

/** A short link, which only the platform can resolve; searches say so instead of finding nothing. */
export const isShortLink = (text: string): boolean => /(?:^|\/\/|\s)xhslink\.com\//i.test(text);
