import { CreatorSearchPage, type Operation, operations, Problem } from '@poolrise/contracts';
import { creatorMetricIds } from '@poolrise/domain';
import fc from 'fast-check';
import { codesOf } from '../src/http/operation-codes';

/** What people paste, and what others try. Nobody in the directory is called so. */
export const oddTexts = [
  `' or 1=1 --`,
  `'); drop table creator; --`,
  'a & b | !c',
  'content:* <-> x',
  '(((',
  '%_\\',
  '$1 \\N {} ${x}',
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
  '👩‍🍳🍵'.repeat(3),
  '小 mãn Ѕmitһ ｔｅａ',
  'раура1',
  'ﷺﷺﷺ',
  'z̷̢̛͓̊a̸̧l̶g̷o',
  'مرحبا بالعالم',
  '../../etc/passwd',
  '{"$ne":null}',
];

const anything = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 230 }),
  fc.uuid(),
  fc.constantFrom('', ',', ',,', '0', '-1', '1e308', 'NaN', 'null', '[object Object]', '\u0000', '\ud800'),
);
const number = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom('', '-0', '999999999999', '-999999999999.999999', '1_000', '０１', '1.2万'),
);
const spans = fc.tuple(number, fc.constantFrom('..', '...', '–', ''), number).map((parts) => parts.join(''));
const bands = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('age', 'gender', 'province', 'deviceBrand', 'toString', '__proto__'),
        fc.constantFrom('18-24', '<18', 'female', 'apple', 'constructor', ''),
        number,
      )
      .map((parts) => parts.join(':')),
    { maxLength: 10 },
  )
  .map((wishes) => wishes.join(','));
const several = fc
  .array(
    fc.oneof(fc.constantFrom('food', 'beauty', 'female', 'signed', 'excellent', 'image', 'head'), anything),
    { maxLength: 4 },
  )
  .map((values) => values.join(','));
/** A search of a few filters, each with something good, something nearly good, or anything at all. */
export const anySearch: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom('q', 'withoutBrand', 'subCategory', 'cursor'), anything),
      fc.tuple(fc.constantFrom(...creatorMetricIds), fc.oneof(spans, anything)),
      fc.tuple(fc.constant('audience'), fc.oneof(bands, anything)),
      fc.tuple(
        fc.constantFrom('category', 'tier', 'gender', 'mcn', 'health', 'accepts', 'province', 'scene'),
        several,
      ),
      fc.tuple(fc.constantFrom('activeDays', 'limit'), fc.oneof(number, anything)),
      fc.tuple(
        fc.constantFrom('list', 'withoutLists'),
        fc.oneof(fc.array(fc.uuid(), { maxLength: 12 }).map(String), anything),
      ),
      fc.tuple(
        fc.constantFrom('sort', 'order', 'mode', 'blacklisted'),
        fc.oneof(fc.constantFrom('relevance', 'asc', 'name', 'content', 'show'), anything),
      ),
      fc.tuple(fc.constantFrom('columns', '__proto__', 'constructor', 'q[]', 'Q'), anything),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((fields) => Object.fromEntries(fields));

/** What is wrong with an answer to a search, or null: it has to be one, or a refusal that names the filter it refuses. */
export function faultOfAnswer(
  query: Record<string, string>,
  status: number,
  body: unknown,
  everybody: number,
): string | null {
  if (status === 200) {
    const page = CreatorSearchPage.safeParse(body);
    if (!page.success) return page.error.message;
    return page.data.total <= everybody ? null : `found ${page.data.total} of ${everybody}`;
  }
  const problem = Problem.safeParse(body);
  if (status < 400 || status > 499 || !problem.success)
    return `answered ${status} ${JSON.stringify(body).slice(0, 200)}`;
  const { code, field, detail } = problem.data;
  const codes: readonly string[] = codesOf(operations.creators as Operation);
  if (!codes.includes(code)) return `has the code ${code}, which the contract does not name`;
  const named = Object.keys(query).some((name) => field?.startsWith(`query.${name.slice(0, 60)}`));
  return named && detail.length > 10 ? null : `names ${field ?? 'nothing'} with "${detail}"`;
}
