import fc from 'fast-check';
import { ReachField } from './reach-field';

const audiences = fc.array(fc.uniqueArray(fc.nat(20), { maxLength: 15 }), { minLength: 2, maxLength: 6 });
const steps = fc.array(fc.nat(5), { maxLength: 25 });
const chances = fc.array(fc.constantFrom(0.2, 0.7, 1), { minLength: 6, maxLength: 6 });

/** Expected readers of some of the creators, person by person. */
const reachOf = (taken: Iterable<number>, members: readonly number[][], odds: readonly number[]): number => {
  const missed = Array.from({ length: 21 }, () => 1);
  for (const one of taken)
    for (const person of members[one] ?? [])
      missed[person] = (missed[person] as number) * (1 - (odds[one] as number));
  return missed.reduce((sum, chance) => sum + 1 - chance, 0);
};

describe('what creators reach together', () => {
  it('is kept right, with what each would add, would lose and would free, through any taking and dropping', () => {
    fc.assert(
      fc.property(audiences, steps, chances, (members, turns, odds) => {
        const field = new ReachField(
          { share: 1, people: 21, members: members.map((persons) => Int32Array.from(persons)) },
          odds.slice(0, members.length),
        );
        const taken = new Set<number>();
        for (const turn of turns) {
          const one = turn % members.length;
          if (taken.delete(one)) field.drop(one);
          else {
            taken.add(one);
            field.take(one);
          }
        }
        const now = reachOf(taken, members, odds);
        expect(field.reached).toBeCloseTo(now, 9);
        const freed = new Float64Array(members.length);
        for (const one of members.keys()) {
          const others = [...taken].filter((other) => other !== one);
          if (!taken.has(one)) {
            expect(field.gains[one]).toBeCloseTo(reachOf([...taken, one], members, odds) - now, 9);
            continue;
          }
          const without = reachOf(others, members, odds);
          expect(field.lossOf(one)).toBeCloseTo(now - without, 9);
          field.freedBy(one, freed);
          for (const coming of members.keys())
            if (!taken.has(coming))
              expect((field.gains[coming] as number) + (freed[coming] as number)).toBeCloseTo(
                reachOf([...others, coming], members, odds) - without,
                9,
              );
        }
        field.clear();
        expect(field.reached).toBe(0);
      }),
    );
  });
});
