import { Passwords } from './passwords';

describe('passwords', () => {
  it('fit their own hash and no other', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('spring-tea-2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(hash, 'spring-tea-2026')).toBe(true);
    expect(await passwords.verify(hash, 'spring-tea-2027')).toBe(false);
  });

  it('never fit a person who does not exist, at the same cost', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('spring-tea-2026');
    const quickest = { nobody: Infinity, somebody: Infinity };
    const timed = async (of: string | null) => {
      const began = performance.now();
      expect(await passwords.verify(of, 'a guess')).toBe(false);
      return performance.now() - began;
    };
    for (let n = 0; n < 8; n++) {
      quickest.nobody = Math.min(quickest.nobody, await timed(null));
      quickest.somebody = Math.min(quickest.somebody, await timed(hash));
    }
    // The quickest of many taken in turns, since other tests run beside this one: without the work it would be a hundredth.
    expect(quickest.nobody).toBeGreaterThan(quickest.somebody / 5);
  });

  it('are hashed two at a time, and a flood is told to come back', async () => {
    const passwords = new Passwords();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, () => passwords.verify(null, 'flood')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(52);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(8);
    // And the line moves on afterwards.
    expect(await passwords.verify(null, 'later')).toBe(false);
  });
});
