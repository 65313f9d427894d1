import { Component, signal } from '@angular/core';
import type { AskPolicyReplay, PolicyReplay, ProblemCode } from '@poolrise/contracts';
import { platformStated, type PolicyRuleSet, rulesOf } from '@poolrise/domain';
import { aPolicyReplay, aPolicyReplayResult, policyReplayId } from '../../testing/a-policy-replay';
import { aMembership, aSession, type Opened, openPage } from '../../testing/opened';
import { PolicyReplayCard } from './policy-replay';

const list = '/api/v1/policies/replays';
const one = `${list}/${policyReplayId}`;
const rules = signal<PolicyRuleSet>(rulesOf(platformStated));
const faulty = signal(false);

@Component({
  imports: [PolicyReplayCard],
  template: '<app-policy-replay [document]="rules()" [faulty]="faulty()" />',
})
class Desk {
  protected readonly rules = rules;
  protected readonly faulty = faulty;
}

const openDesk = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> => {
  rules.set(rulesOf(platformStated));
  faulty.set(false);
  return openPage(Desk, 'desk', {
    language,
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });
};
/** An answer while the next question is already on its way. */
async function answer(opened: Opened, path: string, body: object, method = 'GET'): Promise<void> {
  opened.asked(path, method).flush(body);
  await opened.settle();
}
async function refuse(
  opened: Opened,
  path: string,
  status: number,
  code: ProblemCode,
  method = 'GET',
): Promise<void> {
  const problem = { type: 'about:blank', title: code, status, code, detail: '', remedy: '' };
  opened.asked(path, method).flush(problem, { status, statusText: code });
  await opened.settle();
}
const row = ({ result: _result, ...rest }: PolicyReplay) => rest;
async function shows(replay: PolicyReplay, language: 'en' | 'zh-CN' = 'en'): Promise<Opened> {
  const opened = await openDesk(language);
  await answer(opened, list, { items: [row(replay)] });
  await answer(opened, one, replay);
  await opened.settle();
  return opened;
}

describe('rules in a replayed feed', () => {
  it('waits with a word for who cannot see, says when nothing was replayed, and what failed', async () => {
    const opened = await openDesk();
    expect(opened.find('[aria-busy="true"]')).toBeTruthy();
    await refuse(opened, list, 500, 'internal');
    await opened.press('Try again');
    await answer(opened, list, { items: [] });
    expect(opened.text).toContain('Not replayed yet.');
    expect(opened.page.querySelector('table')).toBeNull();
  });

  it('asks once about the rules on screen, shows how far it is, and what came out', async () => {
    const opened = await openDesk();
    await answer(opened, list, { items: [] });
    await opened.press('Replay the feed');
    const asked = opened.asked(list, 'POST');
    const body = asked.request.body as AskPolicyReplay;
    expect(body).toMatchObject({ days: 7, document: { verdict: platformStated.verdict } });
    const running = aPolicyReplay({ state: 'running', progress: 0.4, result: null });
    asked.flush({ ...running, state: 'waiting', progress: 0 });
    await opened.settle();
    await answer(opened, list, { items: [row(running)] });
    expect(opened.text).toContain('40% of the worlds played');
    expect(opened.find('mat-progress-bar').getAttribute('aria-valuenow')).toBe('40');

    await opened.press('Cancel');
    await answer(opened, `${one}/cancel`, { ...running, state: 'cancelled' }, 'POST');
    await opened.settle();
    await answer(opened, list, { items: [row({ ...running, state: 'cancelled' })] });
    expect(opened.text).toContain('This replay was cancelled.');
  });

  it('says in one sentence what the rules do to good notes, and names a difference only where it is visible', async () => {
    const opened = await shows(aPolicyReplay());
    expect(opened.text).toContain(
      'With unsaved rules Zk3fQa, notes of the top tenth are stopped too early in 9 of 100 cases instead of 14. An impression is worth 4.0% more.',
    );
    const cells = (figure: string) => {
      const found = [...opened.page.querySelectorAll('tbody tr')].find((line) =>
        line.textContent?.includes(figure),
      );
      return [...(found?.querySelectorAll('td') ?? [])].map((cell) =>
        (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
      );
    };
    expect(cells('Top tenth stopped too early')).toEqual([
      '9.0 ±2.0',
      '14.0 ±2.0',
      '−5.0 ±2.0',
      '50.0',
      '50.0',
    ]);
    expect(cells('Parity of small creators')[2]).toBe('no visible difference +0.002 ±0.030');
    expect(cells('Hours until')[0]).toBe('–');
    expect(cells('Hours until')[2]).toBe('–');
    expect(opened.text).toContain('Of the truly best tenth, those left with fewer than 790 impressions.');
    expect(opened.text).toContain('From 412 notes of all workspaces and 310,000 impressions');
    expect(opened.text).not.toContain('Only the newest');
  });

  it('says that nothing differs where both rule sets did the same', async () => {
    const { text } = await shows(aPolicyReplay({ result: aPolicyReplayResult({ equal: 10 }) }));
    expect(text).toContain('Nothing differs: in all 10 worlds');
  });

  it('says that no difference is visible instead of naming one', async () => {
    const base = aPolicyReplayResult();
    const alike = { value: 0.002, half: 0.03, visible: false };
    const result = { ...base, difference: { ...base.difference, falseStops: alike, value: alike } };
    const { text } = await shows(aPolicyReplay({ result }));
    expect(text).toContain('no difference is visible in how often notes of the top tenth');
    expect(text).toContain('What an impression is worth does not visibly change.');
  });

  it('says when no note lived long enough, without a table of dashes, and when notes were left out', async () => {
    const opened = await shows(aPolicyReplay({ result: aPolicyReplayResult({ measured: 0, cut: true }) }));
    expect(opened.text).toContain('No note of these days lived long enough to be measured.');
    expect(opened.page.querySelector('table')).toBeNull();
    expect(opened.text).toContain('Only the newest 5,000 notes are taken');
  });

  it('keeps faulty rules to itself, and says what the api has against a question', async () => {
    const opened = await openDesk();
    await answer(opened, list, { items: [] });
    faulty.set(true);
    await opened.settle();
    await opened.press('Replay the feed');
    opened.http.verify();
    expect(opened.text).toContain('Mend the marked fields first.');
    faulty.set(false);
    await opened.settle();
    await opened.press('Replay the feed');
    await refuse(opened, list, 409, 'too-many-simulations', 'POST');
    await opened.settle();
    expect(opened.text).toContain('Wait until one is done, or cancel one.');
  });

  it('looks at an earlier one again, and says when it could not be loaded', async () => {
    const opened = await openDesk();
    const failed = aPolicyReplay({
      state: 'failed',
      result: null,
      id: '77777777-0000-4000-8000-000000000002',
    });
    const saved = { id: policyReplayId, name: 'platform-stated', version: 2 };
    await answer(opened, list, { items: [row(failed), row(aPolicyReplay({ candidate: saved }))] });
    expect(opened.text).toContain('This replay did not come to an end.');
    await opened.press('As the platform states it');
    await refuse(opened, one, 500, 'internal');
    await opened.press('Try again');
    await answer(opened, one, aPolicyReplay({ candidate: saved }));
    await opened.settle();
    expect(opened.text).toContain('With As the platform states it');
  });

  it('speaks Chinese', async () => {
    const { text } = await shows(aPolicyReplay(), 'zh-CN');
    expect(text).toContain('在推演的信息流中');
    expect(text).toContain('每 100 篇会有 9 篇被过早停止，而现在是 14 篇。每次曝光的价值提高 4.0%。');
  });
});
