import { type Approvals, approvalsOn, aCallerIn, waitAbove } from '../../test/approvals';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { aFundedBrand } from '../../test/money';

describe('the limits themselves', () => {
  let database: TestDatabase;
  let stage: Approvals;

  beforeAll(async () => {
    database = await freshDatabase(12);
    stage = approvalsOn(database.db);
  });
  afterAll(() => database.close());

  const aRoom = async () => {
    const { workspaceId } = await aFundedBrand(database.db, 100);
    await waitAbove(database.db, workspaceId, 100_000);
    return { workspaceId, lin: await aCallerIn(database.db, workspaceId, 'owner', 'Lin') };
  };
  type Room = Awaited<ReturnType<typeof aRoom>>;
  type Ask = Parameters<typeof stage.limits.set>[1];
  const set = ({ lin }: Room, ask: Ask) => stage.limits.set(lin, ask);
  const limitsOf = async ({ workspaceId }: Room) =>
    (
      await database.db.read<{ top: string | null; commit: string | null }>(
        workspaceId,
        'select approval_above_cents as top, commit_above_cents as commit from wallet_settings where workspace_id = $1',
        [workspaceId],
      )
    ).map(({ top, commit }) => [top === null ? null : Number(top), commit === null ? null : Number(commit)]);
  const waits = async (room: Room, ask: Ask): Promise<string> => {
    const refused = await set(room, ask).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'approval-asked' });
    return (refused as { about: { approvalId: string } }).about.approvalId;
  };
  const view = ({ workspaceId }: Room, id: string) => stage.queries.approval(workspaceId, null, id);
  const approve = ({ workspaceId }: Room, id: string, who: { person: { id: string } | null }) =>
    stage.approvals.approve(workspaceId, who.person?.id ?? '', id);

  it('go down at once, and up only when a second person agrees who answers for money', async () => {
    const room = await aRoom();
    await set(room, { approvalAboveCents: null, commitAboveCents: 50_000 });
    expect(await limitsOf(room)).toEqual([[null, 50_000]]);

    const id = await waits(room, { approvalAboveCents: null, commitAboveCents: 80_000 });
    expect(await waits(room, { approvalAboveCents: null, commitAboveCents: 80_000 })).toBe(id);
    expect(await limitsOf(room)).toEqual([[null, 50_000]]);
    expect(await view(room, id)).toMatchObject({
      kind: 'loosen-limit',
      commitsCents: null,
      limitCents: null,
      figures: { commitAboveBeforeCents: 50_000, commitAboveCents: 80_000 },
      deciders: 0,
    });

    await expect(approve(room, id, room.lin)).rejects.toMatchObject({ code: 'approval-own' });
    const mei = await aCallerIn(database.db, room.workspaceId);
    await expect(approve(room, id, mei)).rejects.toMatchObject({ code: 'role-too-low' });
    expect(await view(room, id)).toMatchObject({ state: 'waiting', refusal: null, deciders: 0 });
    const wei = await aCallerIn(database.db, room.workspaceId, 'finance', 'Wei');
    expect(await view(room, id)).toMatchObject({ deciders: 1 });
    expect(await approve(room, id, wei)).toMatchObject({ state: 'approved', resultId: room.workspaceId });
    expect(await limitsOf(room)).toEqual([[null, 80_000]]);
  });

  it('are switched off by two alone, and each is parted from the other', async () => {
    const room = await aRoom();
    const wei = await aCallerIn(database.db, room.workspaceId, 'finance', 'Wei');
    // Top-ups get a limit at once; what commits money waits for its own to go.
    const id = await waits(room, { approvalAboveCents: 70_000, commitAboveCents: null });
    expect(await limitsOf(room)).toEqual([[70_000, 100_000]]);
    expect((await view(room, id)).figures).toEqual({
      commitAboveBeforeCents: 100_000,
      commitAboveCents: null,
    });
    await approve(room, id, wei);
    expect(await limitsOf(room)).toEqual([[70_000, null]]);
    // Both at once are one request.
    await set(room, { approvalAboveCents: 70_000, commitAboveCents: 60_000 });
    const both = await waits(room, { approvalAboveCents: null, commitAboveCents: 60_001 });
    expect((await view(room, both)).figures).toEqual({
      commitAboveBeforeCents: 60_000,
      commitAboveCents: 60_001,
      approvalAboveBeforeCents: 70_000,
      approvalAboveCents: null,
    });
  });

  it('that were lowered meanwhile are not raised by an answer to an older question', async () => {
    const room = await aRoom();
    const wei = await aCallerIn(database.db, room.workspaceId, 'finance', 'Wei');
    const id = await waits(room, { approvalAboveCents: null, commitAboveCents: 900_000 });
    await set(room, { approvalAboveCents: null, commitAboveCents: 10_000 });
    await expect(approve(room, id, wei)).rejects.toMatchObject({ code: 'approval-changed' });
    expect(await limitsOf(room)).toEqual([[null, 10_000]]);
    expect(await view(room, id)).toMatchObject({ state: 'waiting', refusal: { code: 'approval-changed' } });
  });

  it('are never raised and lowered at once to the higher: whoever lowers wins', async () => {
    const room = await aRoom();
    const wei = await aCallerIn(database.db, room.workspaceId, 'finance', 'Wei');
    const id = await waits(room, { approvalAboveCents: null, commitAboveCents: 900_000 });
    await Promise.allSettled([
      approve(room, id, wei),
      set(room, { approvalAboveCents: null, commitAboveCents: 5_000 }),
    ]);
    expect(await limitsOf(room)).toEqual([[null, 5_000]]);
  });

  it('that stay as they are ask nobody', async () => {
    const room = await aRoom();
    expect(await set(room, { approvalAboveCents: null, commitAboveCents: 100_000 })).toMatchObject({
      commitAboveCents: 100_000,
    });
    expect(await set(room, { approvalAboveCents: null })).toMatchObject({ commitAboveCents: 100_000 });
  });
});
