import { rowChecks } from './check-rows';
import { assumptionTexts, checkTexts, mappingProblemTexts, refusalTexts, unknownTexts } from './import-texts';
import { assumptionCodes } from './kinds/file-kind';
import { cellRefusals, unknownReasons } from './reading';

const han = /\p{Script=Han}/u;

describe('texts of imports', () => {
  const texts = [
    ...Object.values(refusalTexts).flatMap(({ reason, remedy }) => [reason, remedy]),
    ...Object.values(unknownTexts),
    ...Object.values(checkTexts),
    ...Object.values(assumptionTexts),
    ...Object.values(mappingProblemTexts),
  ];

  it('stand in both languages, each in its own', () => {
    for (const { zh, en } of texts) {
      expect(zh).toMatch(han);
      expect(en).not.toMatch(han);
      expect(en.length).toBeGreaterThan(3);
    }
  });

  it('exist for every code', () => {
    expect(Object.keys(refusalTexts)).toEqual(expect.arrayContaining([...cellRefusals]));
    expect(Object.keys(unknownTexts).sort()).toEqual([...unknownReasons].sort());
    expect(Object.keys(checkTexts).sort()).toEqual([...rowChecks].sort());
    expect(Object.keys(assumptionTexts).sort()).toEqual([...assumptionCodes].sort());
  });

  it('give no two refusals the same reason', () => {
    const reasons = Object.values(refusalTexts).map(({ reason }) => reason.zh);
    expect(new Set(reasons).size).toBe(reasons.length);
  });
});
