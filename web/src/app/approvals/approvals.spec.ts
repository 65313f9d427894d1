import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { aStream } from '../../testing/a-stream';
import { anApproval, approvalId } from '../../testing/an-approval';
import { openPage } from '../../testing/opened';
import ApprovalPage from './approval-page';
import ApprovalsPage from './approvals-page';

const path = '/api/v1/approvals';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: '2026-11-23T06:02:11Z' });
const approved = anApproval({
  state: 'approved',
  decidedBy: 'Wei',
  decidedAt: '2026-11-23T07:00:00Z',
  resultId: approvalId,
});

describe('the list of approvals', () => {
  it('shows what waits with its amount, who asked, and what became of the others', async () => {
    const opened = await openPage(ApprovalsPage, 'approvals');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.answer(path, pageOf(anApproval(), approved));
    expect(opened.text).toContain('Cold brew tea');
    expect(opened.text).toContain('¥300');
    expect(opened.text).toMatch(/Asked by Mei .*open until/);
    expect(opened.text).toContain('approved by Wei');
    expect(opened.button('Cold brew tea').getAttribute('href')).toContain(`/approvals/${approvalId}`);
  });

  it('asks by its address, says what failed, and follows the stream', async () => {
    const opened = await openPage(ApprovalsPage, 'approvals?state=rejected', { route: 'approvals' });
    const stream = aStream();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    const asked = opened.asked(path);
    expect(asked.request.url).toBe(`${path}?state=rejected`);
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('Nothing in this state');
    stream.tells('approvals');
    await opened.answer(path, pageOf(anApproval()));
    expect(opened.text).toContain('Cold brew tea');
  });
});

describe('one approval', () => {
  const open = async (approval = anApproval(), setting = {}) => {
    const opened = await openPage(ApprovalPage, `approvals/${approvalId}`, {
      route: 'approvals/:approvalId',
      ...setting,
    });
    await opened.answer(`${path}/${approvalId}`, approval);
    return opened;
  };

  it('says who wants what, why, and what it would do, and agrees once', async () => {
    const opened = await open();
    expect(opened.text).toContain('Mei wants to boost “Cold brew tea” for ¥300.');
    expect(opened.text).toContain('Above ¥100 a second person agrees');
    expect(opened.text).toContain('It passed the third gate');
    expect(opened.text).toContain('Paid by vouchers¥50.00');
    expect(opened.text).toContain('Guaranteed impressions20,000');
    await opened.press('Agree to ¥300');
    await opened.press('Agree to ¥300');
    await opened.answer(`${path}/${approvalId}/approval`, approved, 'POST');
    await opened.settle();
    expect(opened.button('Open the boost').getAttribute('href')).toContain(`/boosts/${approvalId}`);
    expect(opened.text).not.toContain('Agree to');
  });

  it('says why it could not be carried out, and leaves it open', async () => {
    const opened = await open();
    await opened.press('Agree to ¥300');
    await opened.refuse(`${path}/${approvalId}/approval`, 409, 'wallet-too-low', 'POST');
    await opened.settle();
    const refusal = { code: 'wallet-too-low' as const, at: '2026-11-23T07:00:00Z' };
    await opened.answer(`${path}/${approvalId}`, anApproval({ refusal }));
    await opened.settle();
    expect(opened.find('.refused').textContent).toContain('It could not be carried out on');
    expect(opened.text).toContain('Nothing was done. Agree again once that is mended');
    expect(opened.button('Agree to ¥300')).toBeTruthy();
  });

  it('lets whoever asked say what for and take it back, and never agree', async () => {
    const opened = await open(anApproval({ own: true, words: '' }));
    expect(opened.text).toContain(
      'You asked for this, so somebody else has to agree. 2 other members can agree.',
    );
    expect(opened.text).not.toContain('Agree to ¥300');
    await opened.type('input[name=words]', 'For the weekend');
    await opened.press('Save');
    const asked = opened.asked(`${path}/${approvalId}/words`, 'POST');
    expect(asked.request.body).toEqual({ words: 'For the weekend' });
    asked.flush(anApproval({ own: true, words: 'For the weekend' }));
    await opened.settle();
    await opened.press('Take back');
    await opened.type('app-reason-dialog input', 'Not now');
    document.querySelector<HTMLButtonElement>('app-reason-dialog button[type=submit]')?.click();
    await opened.settle();
    const withdrawn = anApproval({ own: true, state: 'withdrawn', reason: 'Not now' });
    await opened.answer(`${path}/${approvalId}/rejection`, withdrawn, 'POST');
    await opened.settle();
    expect(opened.text).toContain('Reason: Not now');
  });

  it('warns when nobody could agree, and lets an analyst look and not decide', async () => {
    const alone = await open(anApproval({ own: true, deciders: 0 }));
    expect(alone.text).toContain('Nobody else in this workspace could agree.');
    TestBed.resetTestingModule();
    const opened = await open(anApproval(), { role: 'analyst' });
    expect(opened.text).toContain('Your role may look but not decide.');
    expect(opened.text).not.toContain('Agree to ¥300');
  });

  it('says what many small acts come to, and to what the amount is added', async () => {
    const opened = await open(anApproval({ commitsCents: 9_000, aloneCents: 8_100 }));
    expect(opened.text).toContain(
      'In the 24 hours before, Mei committed ¥81 alone. Together with this it is above ¥100',
    );
    expect(opened.text).toContain('Committed alone before¥81.00');
  });

  it('tells of the limit itself, which has no amount, and who may agree to that', async () => {
    const limit = anApproval({
      kind: 'loosen-limit',
      title: 'Lin’s Tea',
      commitsCents: null,
      limitCents: null,
      subjectId: null,
      figures: { commitAboveBeforeCents: 10_000, commitAboveCents: null },
      deciders: 0,
    });
    const opened = await open(limit, { role: 'marketer' });
    expect(opened.text).toContain('Mei wants to loosen the approval limits of “Lin’s Tea”.');
    expect(opened.text).toContain('Spending, limit now ¥100.00');
    expect(opened.text).toContain('Spending, new limit No limit');
    expect(opened.text).toContain('Only an owner or finance agrees to a limit');
    expect(opened.text).toContain('Your role may look but not decide.');
    TestBed.resetTestingModule();
    const owner = await open(limit);
    expect(owner.button('Invite a member').getAttribute('href')).toContain('/settings/members');
    await owner.press('Agree to the new limit');
    const done = { ...limit, state: 'approved' as const, resultId: approvalId };
    await owner.answer(`${path}/${approvalId}/approval`, done, 'POST');
    await owner.settle();
    expect(owner.button('Open the wallet').getAttribute('href')).toMatch(/\/wallet$/);
  });

  it.each([
    ['accept-offer', 'wants to accept what the creator asks for “Cold brew tea”', 'orders'],
    ['publish-recruitment', 'wants to publish the recruitment “Cold brew tea”', 'orders/recruitments'],
    ['select-applicant', 'wants to select an applicant for “Cold brew tea”', 'orders'],
    ['keep-winner', 'left of the race “Cold brew tea” on its winner', 'boosts'],
    ['apply-budget-plan', 'wants to apply a budget plan', 'campaigns'],
    ['extend-rights', 'wants to use the note of “Cold brew tea” for longer', 'orders'],
  ] as const)('says what %s wants, and leads to what came of it', async (kind, words, place) => {
    const opened = await open({ ...approved, kind });
    expect(opened.text).toContain(words);
    const link = opened.find<HTMLAnchorElement>('app-page-header a[mat-button], app-page-header a');
    expect(link.getAttribute('href')).toContain(`/${place}/${approvalId}`);
  });

  it('speaks Chinese', async () => {
    const opened = await open(anApproval(), { language: 'zh-CN' });
    expect(opened.text).toContain('Mei 想花 ¥300 加热「Cold brew tea」。');
  });
});

describe('an act that waits for a second person', () => {
  it('leads to what it waits for, and any other refusal leads nowhere', async () => {
    const opened = await openPage(ApprovalsPage, 'approvals');
    await opened.answer(path, pageOf());
    const http = TestBed.inject(HttpClient);
    const send = () => firstValueFrom(http.post('/api/v1/boosts', {})).catch(() => undefined);
    void send();
    await opened.refuse('/api/v1/boosts', 409, 'wallet-too-low', 'POST');
    await opened.settle();
    expect(opened.address).toBe('approvals');
    void send();
    await opened.refuse('/api/v1/boosts', 409, 'approval-asked', 'POST', { approvalId });
    await opened.settle();
    expect(opened.address).toBe(`approvals/${approvalId}`);
  });
});
