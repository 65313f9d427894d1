import type { PolicyPreview, PolicyView, WritePolicy } from '@poolrise/contracts';
import { platformStated, policyFields } from '@poolrise/domain';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import PolicyEditorPage from './policy-editor-page';

const id = '66666666-0000-4000-8000-000000000001';
const path = `/api/v1/policies/${id}`;
const base: PolicyView = {
  id,
  name: platformStated.name,
  version: platformStated.version,
  source: platformStated.source,
  mark: platformStated.mark,
  inForce: true,
  createdAt: '2026-11-01T00:00:00Z',
  document: { ...platformStated },
};
const preview: PolicyPreview = {
  days: 7,
  from: '2026-11-17T08:00:00Z',
  to: '2026-11-24T08:00:00Z',
  judged: 120,
  bound: 5000,
  cut: false,
  withoutLevel: 0,
  levels: [
    {
      level: 1,
      was: { pass: 30, stop: 90 },
      would: { pass: 20, stop: 95, wait: 5 },
      stoppedInstead: 12,
      passedInstead: 2,
    },
  ],
  stoppedInstead: {
    count: 12,
    examples: [
      {
        noteId: id,
        title: '春茶开箱',
        workspaceId: id,
        workspaceName: '林家茶',
        level: 1,
        decidedAt: '2026-11-24T07:00:00Z',
        policy: { name: 'platform-stated', version: 2 },
        was: 'pass',
        would: 'stop',
        chanceWas: 0.56,
        chanceWould: 0.56,
      },
    ],
  },
  passedInstead: { count: 2, examples: [] },
  now: { running: 40, wouldStop: 31, share: 0.775, most: true },
};

const openEditor = async (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> => {
  const opened = await openPage(PolicyEditorPage, `policies/${id}/copy`, {
    language,
    route: 'policies/:policyId/copy',
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });
  opened.asked(path).flush(base);
  await opened.settle();
  await opened.answer('/api/v1/policies/replays', { items: [] });
  return opened;
};
const field = (fieldPath: string) => `[id="field-${fieldPath}"]`;
const faultOf = (opened: Opened, key: string) =>
  opened.page.querySelector(`[id="${key}-fault"]`)?.textContent?.trim();

describe('the policy editor', () => {
  it('says what failed and tries again', async () => {
    const opened = await openPage(PolicyEditorPage, `policies/${id}/copy`, {
      route: 'policies/:policyId/copy',
    });
    await opened.refuse(path, 404, 'not-found');
    await opened.press('Try again');
    opened.asked(path).flush(base);
    await opened.settle();
    await opened.answer('/api/v1/policies/replays', { items: [] });
    expect(opened.text).toContain('New version of As the platform states it');
  });

  it('has a field for every number of the list, with its explanation', async () => {
    const opened = await openEditor();
    for (const { path: fieldPath } of policyFields) expect(opened.find(field(fieldPath))).toBeTruthy();
    expect(opened.page.querySelectorAll('.levels tbody tr').length).toBe(platformStated.levels.length);
    // A name that the console has no words for would show its path.
    const labels = [...opened.page.querySelectorAll('.fields label')].map((label) =>
      label.textContent?.trim(),
    );
    expect(labels.filter((label) => !label || /^[a-z]+[A-Z.]/.test(label))).toEqual([]);
  });

  it.each([
    [field('weights.like'), '-1', 'field-weights.like', 'Please give a number from 0 to 1000000.'],
    [field('peerWindowDays'), '0', 'field-peerWindowDays', 'Please give a number from 1 to 366.'],
    [field('peerWindowDays'), '1.5', 'field-peerWindowDays', 'Please give a whole number.'],
    [field('verdict.passAt'), 'abc', 'field-verdict.passAt', 'Please give a number from 0 to 100.'],
    [field('verdict.clearStopAt'), '99.5', 'field-verdict.clearStopAt', 'have to rise in this order'],
    ['[id="level-2-target"]', '10', 'level-2-target', 'Has to be larger than on the level before.'],
    ['[id="level-1-windowHours"]', '0', 'level-1-windowHours', 'Please give a number'],
  ])('says beside %s what is wrong with %s, and does not send it', async (input, typed, key, words) => {
    const opened = await openEditor();
    await opened.type(input, typed);
    expect(faultOf(opened, key)).toContain(words);
    expect(opened.find(input).getAttribute('aria-invalid')).toBe('true');
    await opened.type('#policy-why', 'Try it');
    await opened.press('Save as new version');
    await opened.press('Preview');
    opened.http.verify();
    expect(opened.text).toMatch(/fields? to mend/);
  });

  it('keeps what is being typed, shows what it was, and takes it back', async () => {
    const opened = await openEditor();
    await opened.type(field('verdict.passAt'), '55.');
    expect(opened.find<HTMLInputElement>(field('verdict.passAt')).value).toBe('55.');
    expect(opened.text).toContain('was 50%');
    expect(opened.text).toContain('1 change');
    await opened.press('Undo all changes');
    expect(opened.find<HTMLInputElement>(field('verdict.passAt')).value).toBe('50');
    expect(opened.text).toContain('No change yet');
  });

  it('asks why, and sends the new version once', async () => {
    const opened = await openEditor();
    await opened.type(field('verdict.passAt'), '55');
    await opened.press('Save as new version');
    expect(opened.text).toContain('Please say why; the history shows it.');
    await opened.type('#policy-why', ' A little stricter ');
    await opened.press('Save as new version');
    const asked = opened.asked('/api/v1/policies', 'POST');
    const body = asked.request.body as WritePolicy;
    expect(body).toMatchObject({
      basedOnId: id,
      why: 'A little stricter',
      document: { verdict: { passAt: 0.55 } },
    });
    expect(Object.keys(body.document)).not.toContain('version');
    asked.flush({ ...base, version: 3, author: 'Zhou', why: 'A little stricter', basedOn: null });
    await opened.settle();
    expect(opened.address).toBe('policies/versions');
  });

  it('tries the rules on history in one sentence first, and says when they have changed since', async () => {
    const opened = await openEditor();
    await opened.type(field('verdict.passAt'), '55');
    await opened.press('Preview');
    await opened.answer('/api/v1/policies/preview', preview, 'POST');
    await opened.settle();
    expect(opened.text).toContain(
      'Of 120 verdicts, 12 passes would have been stops and 2 stops would have been passes.',
    );
    expect(opened.text).toContain('Of the 40 notes running now, it would stop 31 (78%).');
    expect(opened.text).toContain('春茶开箱');
    await opened.type(field('verdict.passAt'), '60');
    expect(opened.text).toContain('The rules have changed since this preview.');
  });

  it('speaks Chinese', async () => {
    const opened = await openEditor('zh-CN');
    await opened.type(field('weights.like'), '-1');
    expect(faultOf(opened, 'field-weights.like')).toBe('请填 0 至 1000000 之间的数。');
    expect(opened.text).toContain('新写一版：平台公开口径');
  });
});
