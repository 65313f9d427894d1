import { anInvitation, dayMs, noon } from './an-order';
import { mayAdvertise, rightsEnd, rightsState, usualRights } from './usage-rights';

describe('the rights to use a note', () => {
  const rights = { ...usualRights, days: 90 };
  const end = noon + 90 * dayMs;

  it('run from its publishing, where they were agreed on', () => {
    const order = anInvitation({ terms: { rights } });
    expect(rightsEnd(order)).toBeNull();
    expect(rightsEnd({ ...order, publishedAt: noon })).toBe(end);
    expect(rightsEnd(anInvitation({ publishedAt: noon }))).toBeNull();
    expect(rightsEnd(anInvitation({ publishedAt: noon, terms: { rights: null } }))).toBeNull();
  });

  it('say when they are about to end, to the last moment', () => {
    expect(rightsState(end, noon)).toBe('running');
    expect(rightsState(end, end - 30 * dayMs - 1)).toBe('running');
    expect(rightsState(end, end - 30 * dayMs)).toBe('ends-in-30');
    expect(rightsState(end, end - 7 * dayMs)).toBe('ends-in-7');
    expect(rightsState(end, end)).toBe('ends-in-7');
    expect(rightsState(end, end + 1)).toBe('expired');
  });

  it('let a boost run that ends within them, and none that nobody agreed to', () => {
    expect(mayAdvertise(rights, end, end)).toBeNull();
    expect(mayAdvertise(rights, end, end + 1)).toBe('rights-too-short');
    expect(mayAdvertise(null, null, noon)).toBe('rights-missing');
    expect(mayAdvertise({ ...rights, channels: ['shop'] }, end, noon)).toBe('rights-missing');
    expect(mayAdvertise(undefined, null, noon)).toBeNull();
  });
});
