/**
 * How fresh a note is, 1 when new, halving every `halfLifeHours`.
 * Half-lives: 36 hours in the feed [P]; 45 days in search, where notes live for three to six months [C].
 */
export function freshness(ageHours: number, halfLifeHours: number): number {
  return ageHours <= 0 ? 1 : 2 ** (-ageHours / halfLifeHours);
}

export const feedHalfLifeHours = 36;
export const searchHalfLifeHours = 45 * 24;
