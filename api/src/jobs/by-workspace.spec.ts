import { byWorkspace } from './by-workspace';

const row = (workspaceId: string, at: number) => ({ workspaceId, at });

describe('rows of many workspaces', () => {
  it('are worked side by side, never two of one workspace at once, and each in its order', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(`w${at % 6}`, at));
    const under = new Map<string, number>();
    const order = new Map<string, number[]>();
    let most = 0;
    const failures = await byWorkspace(rows, 4, async ({ workspaceId, at }) => {
      expect(under.has(workspaceId)).toBe(false);
      under.set(workspaceId, at);
      most = Math.max(most, under.size);
      await new Promise((resolve) => setTimeout(resolve, (at * 7) % 5));
      under.delete(workspaceId);
      order.set(workspaceId, [...(order.get(workspaceId) ?? []), at]);
    });
    expect(failures).toEqual([]);
    expect(most).toBe(4);
    expect([...order.values()].flat()).toHaveLength(60);
    for (const all of order.values()) expect(all).toEqual(all.toSorted((one, other) => one - other));
  });

  it('are all worked though some fail, and it is said why', async () => {
    const done: number[] = [];
    const rows = [row('a', 1), row('b', 2), row('a', 3)];
    const failures = await byWorkspace(rows, 2, async ({ at }) => {
      if (at === 1) throw new Error('the first');
      done.push(at);
      return Promise.resolve();
    });
    expect(failures).toEqual([new Error('the first')]);
    expect(done.toSorted()).toEqual([2, 3]);
    expect(await byWorkspace([], 4, () => Promise.reject(new Error('there is none')))).toEqual([]);
  });
});
