import type { CanaryView, PolicyActivationView, PolicyVersion } from '@poolrise/contracts';
import { platformStated } from '@poolrise/domain';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import PolicyVersionsPage from './policy-versions-page';

const idOf = (n: number) => `66666666-0000-4000-8000-00000000000${n}`;
const aVersion = (n: number, changes: Partial<PolicyVersion> = {}): PolicyVersion => ({
  id: idOf(n),
  name: 'platform-stated',
  version: n,
  source: 'custom',
  mark: 'P',
  inForce: false,
  createdAt: '2026-11-20T00:00:00Z',
  author: 'Zhou',
  why: 'A little stricter',
  basedOn: { id: idOf(1), name: 'platform-stated', version: 1 },
  ...changes,
});
const shipped = aVersion(1, { author: null, why: null, basedOn: null, inForce: true });
const step: PolicyActivationView = {
  id: idOf(9),
  at: '2026-11-21T00:00:00Z',
  by: 'Ling',
  from: { id: idOf(1), name: 'platform-stated', version: 1 },
  to: { id: idOf(2), name: 'platform-stated', version: 2 },
  kind: 'activated',
  why: 'Held up in the trial',
};
const side = (version: number, notes: number) => ({
  policy: { id: idOf(version), name: 'platform-stated', version },
  notes,
  verdicts: 12,
  passes: 5,
  stops: 7,
  impressions: 4200,
  engagedRate: notes < 20 ? null : { rate: 0.021, low: 0.018, high: 0.024 },
});
const canary: CanaryView = {
  id: idOf(8),
  share: 0.1,
  startedAt: '2026-11-22T00:00:00Z',
  startedBy: 'Zhou',
  why: 'A tenth first',
  endedAt: null,
  outcome: null,
  canary: side(2, 4),
  control: side(1, 44),
  finding: 'too-early',
};

const paths = {
  versions: '/api/v1/policies/versions',
  log: '/api/v1/policies/activations',
  canary: '/api/v1/policies/canary',
};
const page = (items: unknown[]) => ({ items, nextCursor: null });
const openVersions = async (
  versions: PolicyVersion[],
  log: PolicyActivationView[] = [],
  running: CanaryView | null = null,
): Promise<Opened> => {
  const opened = await openPage(PolicyVersionsPage, 'policies/versions', {
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });
  opened.asked(paths.versions).flush(page(versions));
  opened.asked(paths.log).flush(page(log));
  opened.asked(paths.canary).flush({ canary: running });
  await opened.settle();
  for (const [at, passAt] of [
    [1, 0.5],
    [2, 0.55],
  ] as const) {
    const document = { ...platformStated, verdict: { ...platformStated.verdict, passAt } };
    for (const one of opened.http.match(`/api/v1/policies/${idOf(at)}`))
      one.flush({ ...aVersion(at), document });
  }
  await opened.settle();
  return opened;
};

describe('the versions of the rule sets', () => {
  it('shows each with its author and reason, and in what the newest differs', async () => {
    const opened = await openVersions([aVersion(2), shipped]);
    const rows = [...opened.page.querySelectorAll('.versions tbody tr')].map((row) =>
      row.textContent?.replace(/\s+/g, ' '),
    );
    expect(rows[0]).toMatch(/v2 .*from As the platform states it v1 ?Zhou, .*A little stricter/);
    expect(rows[1]).toContain('Came with Poolrise');
    expect(rows[1]).not.toContain('Put in force');
    expect(opened.find('app-policy-diff tbody tr').textContent?.replace(/\s+/g, ' ')).toContain(
      'Pass at, unless the level says otherwise50%55%',
    );
    expect(opened.text).toContain('No version is on trial.');
    expect(opened.text).toContain('Nothing has been changed yet');
  });

  it('asks once more when a version would stop most of the running notes', async () => {
    const opened = await openVersions([aVersion(2), shipped]);
    await opened.press('Put in force: As the platform states it v2');
    await opened.settle();
    const submit = () => opened.find('mat-dialog-container button[type=submit]');
    submit().click();
    await opened.settle();
    expect(document.body.textContent).toContain('Please say why; it stands in the log.');
    await opened.type('mat-dialog-container input[name=why]', 'Stricter');
    submit().click();
    const address = `/api/v1/policies/${idOf(2)}/activation`;
    await opened.refuse(address, 409, 'policy-stops-most', 'POST', {
      figures: { running: 40, wouldStop: 31, share: 0.775 },
    });
    await opened.settle();
    expect(document.body.textContent).toContain(
      'It would stop 31 of the 40 notes that are running now (78%).',
    );
    submit().click();
    const asked = opened.asked(address, 'POST');
    expect(asked.request.body).toMatchObject({ inForceId: idOf(1), why: 'Stricter', confirmStops: 31 });
    asked.flush(step);
    await opened.settle();
    opened.asked(paths.versions);
  });

  it('starts a trial on the share that was typed, and on no other', async () => {
    const opened = await openVersions([aVersion(2), shipped]);
    await opened.press('Try on a share: As the platform states it v2');
    await opened.settle();
    await opened.type('mat-dialog-container input[name=why]', 'A fifth first');
    await opened.type('mat-dialog-container input[name=share]', '60');
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('Please give a number from 1 to 50.');
    await opened.type('mat-dialog-container input[name=share]', '20');
    submit.click();
    const asked = opened.asked(`/api/v1/policies/${idOf(2)}/canary`, 'POST');
    expect(asked.request.body).toMatchObject({ share: 0.2, why: 'A fifth first' });
    asked.flush(canary);
  });

  it('shows both sides of a trial, and says when it is too early', async () => {
    const opened = await openVersions([aVersion(2), shipped], [], canary);
    expect(opened.text).toContain('Too early to say: a side has fewer than 20 notes.');
    expect(opened.text).toContain('judges 10% of new notes');
    expect(opened.text).toContain('fewer than 20 notes');
    expect(opened.text).toContain('2.10% (1.80% to 2.40%)');
    expect(() => opened.button('Put in force: ')).toThrow();
    await opened.press('End the trial');
    await opened.settle();
    await opened.type('mat-dialog-container input[name=why]', 'Nothing seen');
    opened.find('mat-dialog-container button[type=submit]').click();
    const asked = opened.asked(`/api/v1/policies/canary/${canary.id}`, 'POST');
    expect(asked.request.body).toEqual({ outcome: 'ended', why: 'Nothing seen' });
    asked.flush({ ...canary, outcome: 'ended', endedAt: canary.startedAt });
  });

  it('goes back to the version before in one press', async () => {
    const opened = await openVersions(
      [aVersion(2, { inForce: true }), { ...shipped, inForce: false }],
      [step],
    );
    expect(opened.text).toContain('As the platform states it v1 → As the platform states it v2');
    await opened.press('Back to As the platform states it v1');
    const asked = opened.asked(`/api/v1/policies/${idOf(2)}/rollback`, 'POST');
    expect(asked.request.body).toMatchObject({
      inForceId: idOf(2),
      why: 'Back to As the platform states it v1',
    });
    asked.flush({ ...step, kind: 'rolled-back' });
  });
});
