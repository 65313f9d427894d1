import { appealUntil, mayAppeal, violationKinds, violationRules, whoDecides } from './violations';

const foundAt = Date.UTC(2026, 10, 1);
const dayMs = 86_400_000;
const limited = { auditState: 'limited', foundAt, appealed: false } as const;

describe('an appeal', () => {
  it('is open to a note that was limited or rejected, to the last moment of fifteen days', () => {
    expect(mayAppeal(limited, foundAt + 15 * dayMs)).toBeNull();
    expect(mayAppeal({ ...limited, auditState: 'rejected' }, foundAt)).toBeNull();
    expect(mayAppeal(limited, appealUntil(foundAt) + 1)).toBe('appeal-too-late');
  });

  it('is made once, and not against what nobody decided', () => {
    expect(mayAppeal({ ...limited, appealed: true }, foundAt)).toBe('already-appealed');
    expect(mayAppeal({ ...limited, auditState: 'passed', appealed: true }, foundAt)).toBe('already-appealed');
    for (const auditState of ['passed', 'pending', 'human_review'] as const)
      expect(mayAppeal({ ...limited, auditState }, foundAt)).toBe('nothing-to-appeal');
  });

  it('is decided by somebody else than who decided first, unless there is nobody else', () => {
    expect(whoDecides({ reviewerId: 'zhou', deciderId: 'ling', others: 1 })).toEqual({
      may: true,
      alone: false,
    });
    expect(whoDecides({ reviewerId: 'zhou', deciderId: 'zhou', others: 1 })).toEqual({
      may: false,
      alone: false,
    });
    expect(whoDecides({ reviewerId: 'zhou', deciderId: 'zhou', others: 0 })).toEqual({
      may: true,
      alone: true,
    });
    expect(whoDecides({ reviewerId: null, deciderId: 'zhou', others: 0 })).toEqual({
      may: true,
      alone: false,
    });
  });

  it('knows the rule behind everything that a word can break', () => {
    expect(violationKinds.filter((kind) => violationRules[kind] === null)).toEqual(['by-person']);
  });
});
