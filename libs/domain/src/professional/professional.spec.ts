import {
  mayApply,
  professionalAfter,
  professionalDays,
  professionalDue,
  type ProfessionalGround,
  professionalStates,
  professionalUntil,
  professionalVerdicts,
  renewableFrom,
  verificationOf,
} from './professional-account';
import { readCreditCode } from './read-credit-code';

/** As the firms print them on their sites and invoices, and the example that circulates of the standard itself. */
const known = [
  '9144030071526726XG',
  '914403001922038216',
  '91330100799655058B',
  '91110000802100433B',
  '91350100M000100Y43',
];
const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('a unified social credit code', () => {
  it('is read as known firms have it, however it was typed', () => {
    for (const code of known) expect(readCreditCode(code)).toEqual({ code });
    expect(readCreditCode(' 9144 0300-7152 6726xg\n')).toEqual({ code: '9144030071526726XG' });
    expect(readCreditCode('９１４４０３００７１５２６７２６ＸＧ')).toEqual({ code: '9144030071526726XG' });
  });

  it('is never right with one sign wrong, whichever it is', () => {
    for (const code of known)
      for (let at = 0; at < code.length; at++)
        for (const sign of signs.filter((one) => one !== code[at])) {
          const wrong = code.slice(0, at) + sign + code.slice(at + 1);
          expect([wrong, readCreditCode(wrong)]).toEqual([wrong, { fault: 'checksum' }]);
        }
  });

  it('is never right with two neighbours swapped', () => {
    for (const code of known)
      for (let at = 0; at + 1 < code.length; at++) {
        if (code[at] === code[at + 1]) continue;
        const wrong = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
        expect([wrong, readCreditCode(wrong)]).toEqual([wrong, { fault: 'checksum' }]);
      }
  });

  it('says what is wrong: how many signs there are, or which one stands in no code', () => {
    expect(readCreditCode('9144030071526726X')).toEqual({ fault: 'length', found: 17 });
    expect(readCreditCode('')).toEqual({ fault: 'length', found: 0 });
    for (const sign of 'IOSVZ*汉')
      expect(readCreditCode(`914403007152672${sign}XG`)).toEqual({ fault: 'sign', sign, place: 16 });
  });
});

const day = 86_400_000;
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const none: ProfessionalGround = { holding: null, waits: false, refused: false };
const holding = (state: 'verified' | 'suspended', until: number): ProfessionalGround => ({
  ...none,
  holding: { state, until },
});

describe('a professional account', () => {
  it('is answered within three working days, weekends not counted', () => {
    // A Wednesday, a Friday, and a Sunday in Shanghai that is still Saturday in London.
    expect(professionalDue(at('2026-11-25T10:00'))).toBe(at('2026-11-30T10:00'));
    expect(professionalDue(at('2026-11-27T10:00'))).toBe(at('2026-12-02T10:00'));
    expect(professionalDue(at('2026-11-29T01:00'))).toBe(at('2026-12-02T01:00'));
  });

  it('stands where its applications put it, what holds before what waits', () => {
    const now = 1_000 * day;
    expect(verificationOf(none, now)).toBe('none');
    expect(verificationOf({ ...none, waits: true, refused: true }, now)).toBe('submitted');
    expect(verificationOf({ ...none, refused: true }, now)).toBe('refused');
    expect(verificationOf({ ...holding('verified', now + 1), waits: true }, now)).toBe('verified');
    expect(verificationOf(holding('verified', now), now)).toBe('expired');
    expect(verificationOf({ ...holding('verified', now), waits: true }, now)).toBe('submitted');
    expect(verificationOf(holding('suspended', now - day), now)).toBe('suspended');
  });

  it('may be asked for anew when refused or over, and renewed from sixty days before the end without losing a day', () => {
    const now = 1_000 * day;
    expect(mayApply({ ...none, refused: true }, now)).toBeNull();
    expect(mayApply({ ...none, waits: true }, now)).toBe('professional-waiting');
    expect(mayApply(holding('suspended', now + day), now)).toBe('professional-suspended');
    const until = now + 60 * day;
    expect(renewableFrom(until)).toBe(now);
    expect(mayApply(holding('verified', until), now)).toBeNull();
    expect(mayApply(holding('verified', until), now - 1)).toBe('renewal-too-early');
    expect(mayApply(holding('verified', now - day), now)).toBeNull();
    expect(professionalUntil(now, until)).toBe(until + professionalDays * day);
    expect(professionalUntil(now, now - day)).toBe(now + professionalDays * day);
    expect(professionalUntil(now, null)).toBe(now + professionalDays * day);
  });

  it('is moved by a verdict only from the state that it answers', () => {
    const moves = professionalStates.flatMap((state) =>
      professionalVerdicts.flatMap((verdict) => {
        const after = professionalAfter(state, verdict);
        return after ? [`${state} + ${verdict} = ${after}`] : [];
      }),
    );
    expect(moves).toEqual([
      'submitted + verified = verified',
      'submitted + refused = refused',
      'verified + suspended = suspended',
      'suspended + reinstated = verified',
    ]);
  });
});
