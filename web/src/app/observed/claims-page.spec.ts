import { TestBed } from '@angular/core/testing';
import type { FolkClaimsView } from '@poolrise/contracts';
import {
  claimConfounders,
  claimDesigns,
  type ClaimFinding,
  claimRefusals,
  claimVerdicts,
  folkClaims,
} from '@poolrise/domain';
import { languages } from '../../i18n/language';
import { Texts } from '../../i18n/texts';
import { aClaim, aFirstHourClaim, aLabelClaim, someClaims } from '../../testing/a-claim';
import { openPage, theConsole } from '../../testing/opened';
import { claimScale } from './claims/claim-scale';
import { ClaimWords } from './claims/claim-words';
import ClaimsPage from './claims-page';

const path = '/api/v1/folk-claims';
const names = '/api/v1/unmatched-names';
const creators = '/api/v1/unmatched-creators';

async function openClaims(answer: FolkClaimsView = someClaims()) {
  const opened = await openPage(ClaimsPage, 'observed/claims');
  opened.asked(names).flush({ items: [], nextCursor: null });
  opened.asked(creators).flush({ items: [], nextCursor: null });
  await opened.answer(path, answer);
  const card = (finding: ClaimFinding) => opened.find(`[data-claim="${finding.claim}"]`);
  return { opened, card };
}

const said = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('the laboratory of folk claims', () => {
  it('says first what the notes say, then the effect, what could be seen and what it rests on', async () => {
    const { opened, card } = await openClaims();
    expect(opened.text).toContain('Tried on 512 notes of your files and 140 published here');
    const boost = said(card(aClaim()));
    expect(boost).toContain(
      'natural growth differed by −12% from that of similar notes, but anything from −40% to +21% fits',
    );
    expect(boost).toContain('31 notes compared · A slowdown of less than 43% could not be seen reliably');
    expect(boost).toContain('Four times as many notes, about 124, would halve the interval');
    expect(boost).toContain('People chose what to boost');
    const first = said(card(aFirstHourClaim()));
    expect(first).toContain('explain 71% of how notes of a category rank after a week');
    expect(first).toContain('more than 50%');
    expect(first).not.toContain('What would help');
  });

  it('tells natural exposure from all of it, on the axis and in the table', async () => {
    const { card } = await openClaims();
    const label = card(aLabelClaim());
    expect(said(label)).toContain('With bought impressions counted as well, the difference is +30%');
    const read = [...label.querySelectorAll('[role="img"]')].map((one) => one.getAttribute('aria-label'));
    expect(read).toEqual([
      'Natural impressions against daily notes: +2.0%, 95% interval −6.0% to +11%',
      'All impressions against daily notes: +30%, 95% interval +12% to +50%',
    ]);
    const cells = [...label.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => said(cell).trim()),
    );
    expect(cells).toEqual([
      ['+2.0%', '−6.0% – +11%', '−7.0%'],
      ['+30%', '+12% – +50%', '—'],
    ]);
  });

  it('has no axis where too few notes can be compared, and says what is needed', async () => {
    const few = aClaim({ why: 'too-few-notes', effect: null, smallestSeen: null, notes: 4 });
    const { card } = await openClaims(someClaims({ findings: [few] }));
    expect(said(card(few))).toContain('4 with bought impressions can be compared, and 12 are needed');
    expect(card(few).querySelector('app-effect-axis')).toBeNull();
  });

  it('leads to the imports where there is nothing to try them on', async () => {
    const { opened } = await openClaims(someClaims({ observedNotes: 0, hostedNotes: 0 }));
    expect(opened.text).toContain('No notes to try the claims on');
    expect(opened.page.querySelector('app-claim-card')).toBeNull();
    expect(opened.find('app-empty-state a').getAttribute('href')).toMatch(/\/imports$/);
  });

  it('says that it failed, and tries again', async () => {
    const opened = await openPage(ClaimsPage, 'observed/claims');
    expect(opened.find('[aria-busy="true"]').textContent).toContain('Trying the claims on your notes');
    opened.asked(names).flush({ items: [], nextCursor: null });
    opened.asked(creators).flush({ items: [], nextCursor: null });
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, someClaims());
    expect(opened.page.querySelectorAll('app-claim-card')).toHaveLength(3);
  });
});

describe.each(languages)('the words for claims in %s', (language) => {
  it('are there for every code and every outcome', async () => {
    await theConsole({ language });
    const texts = TestBed.inject(Texts);
    const words = TestBed.inject(ClaimWords);
    const missing = [
      ...folkClaims.map((one) => `claims.told.${one}`),
      ...folkClaims.map((one) => `claims.axis.${one}`),
      ...claimVerdicts.map((one) => `claims.verdict.${one}`),
      ...claimDesigns.map((one) => `claims.how.${one}`),
      ...claimConfounders.map((one) => `claims.confounders.${one}`),
    ].filter((key) => !texts.knows(key));
    expect(missing).toEqual([]);

    const outcomes = [
      ...claimVerdicts.filter((one) => one !== 'cannot-tell').map((verdict) => ({ verdict, why: null })),
      ...claimRefusals.map((why) => ({ verdict: 'cannot-tell' as const, why })),
    ];
    const sentences = folkClaims.flatMap((claim) =>
      outcomes.flatMap((outcome) =>
        [0, 40].flatMap((notes) => {
          const finding = aClaim({ claim, ...outcome, notes, effectOnAll: aClaim().effect });
          return [words.lead(finding), words.onAll(finding), words.seen(finding), ...words.helps(finding)];
        }),
      ),
    );
    // A key without a text is shown as itself.
    expect(sentences.filter((one) => one === '' || /claims\.|\{\{|NaN|undefined/.test(one))).toEqual([]);
  });
});

describe('the axis of an effect', () => {
  it('holds zero and all that is drawn: a loss ends at nothing left, a gain has no end', () => {
    const { from, to, at } = claimScale('boost-kills-natural', [{ estimate: 0.9, low: 0.2, high: 3.4 }], 0.1);
    expect([from, to]).toEqual([-1, 3]);
    expect(at(0)).toBe(25);
  });

  it('is a share of everything for the first hour', () => {
    const { from, to, at } = claimScale('first-hour-decides', [{ estimate: 0.4, low: 0.3, high: 0.5 }], 0.05);
    expect([from, to, at(0.5)]).toEqual([0, 1, 50]);
  });
});
