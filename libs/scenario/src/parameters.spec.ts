import { marks } from '@poolrise/domain';
import * as parameters from './parameters';

/** Every figure of the scenario, by its place in parameters.ts. */
function figures(of: object, path: string): [string, Record<string, unknown>][] {
  if ('value' in of) return [[path, of as Record<string, unknown>]];
  return Object.entries(of).flatMap(([name, inner]) =>
    inner !== null && typeof inner === 'object' ? figures(inner as object, `${path}.${name}`) : [],
  );
}
const all = Object.entries(parameters).flatMap(([name, group]) =>
  typeof group === 'object' ? figures(group, name) : [],
);
const shares = (value: unknown): number[] =>
  (value as (number | [unknown, number])[]).map((item) => (Array.isArray(item) ? item[1] : item));

describe('the figures that the demo world stands on', () => {
  it.each(all)('%s says where it comes from and how certain that is', (_, { mark, source }) => {
    expect(marks).toContain(mark);
    expect((source as string).length).toBeGreaterThan(10);
  });

  it.each([
    ['gender', parameters.audience.gender.value],
    ['age', parameters.audience.ageBand.value],
    ['city', parameters.audience.cityTier.value],
    ['weekday', parameters.audience.weekday.value],
    ['hour', parameters.audience.hourActivity.value],
  ])('the shares by %s make a whole', (_, value) => {
    expect(shares(value).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });
});
