import { type Category, categories } from '@poolrise/domain';
import { brands, type Cast, workspaceOf } from '../cast/cast';
import type { CastCreator } from '../cast/creators';
import type { RandomStream } from '../random';
import { brandBooks } from '../writing/brands';
import { enBooks } from '../writing/en';
import { writeTitle } from '../writing/write-note';
import { zhBooks } from '../writing/zh';
import { brandNames } from './words';

/** A brand that creators make notes for. */
export interface Employer {
  name: string;
  industry: Category;
  /** what is written about its products; null for brands outside the cast */
  book: keyof typeof brandBooks | null;
}

/** Everybody who orders notes: the brands of the cast, and invented ones in every industry. */
export function employersOf(cast: Cast): Employer[] {
  const ofCast = brands.map(({ workspace, book, category }): Employer => {
    const name = workspaceOf(cast, workspace).name.split(' ')[0] ?? '';
    return { name, industry: category, book };
  });
  const others = categories.flatMap((industry) =>
    brandNames[industry].map((name): Employer => ({ name, industry, book: null })),
  );
  return [...ofCast, ...others];
}

/** Whom a creator has worked for: mostly brands of her own subjects, none to seven. */
export function workedFor(
  random: RandomStream,
  creator: CastCreator,
  employers: readonly Employer[],
): Employer[] {
  const weighted = employers.map((employer) => {
    const weight = creator.categories.includes(employer.industry) ? 1 : 0.02;
    return { employer, key: Math.log(1 - random.next()) / (employer.book ? 2 * weight : weight) };
  });
  const count = Math.min(7, random.poisson(1.3 * Math.log10(creator.followers / 100)));
  return weighted
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ employer }) => employer);
}

/** A title in the creator's language: about the brand's products where they are known, else about her subject. */
export function titleOf(
  random: RandomStream,
  { language, categories: subjects }: CastCreator,
  employer: Employer | null,
  taken: Set<string>,
): string {
  const books = language === 'zh' ? zhBooks : enBooks;
  if (employer?.book) return writeTitle(random, brandBooks[employer.book][language], language, taken);
  const subject = random.chance(0.75) ? subjects[0] : random.pick(subjects);
  return writeTitle(random, books[employer?.industry ?? subject ?? 'lifestyle'], language, taken);
}
