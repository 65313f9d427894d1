import type { GrantedVoucher } from '@poolrise/contracts';
import { hence } from '../../../testing/an-order';
import { aMembership, aSession, type Opened, openPage } from '../../../testing/opened';
import { pageOf } from '../../../testing/page-of';
import VoucherDeskPage from './voucher-desk-page';

const path = '/api/v1/voucher-desk';
const voucher: GrantedVoucher = {
  id: '99999999-0000-4000-8000-0000000000c1',
  name: '新客满减',
  kind: 'fixed',
  state: 'reserved',
  faceCents: 5_000,
  remainingCents: 0,
  reservedCents: 5_000,
  ratioBasisPoints: null,
  capCents: null,
  impressions: null,
  minimumBudgetCents: 0,
  stackable: false,
  categories: [],
  placements: [],
  goals: [],
  noteIds: [],
  maxShareBasisPoints: 10_000,
  validFrom: hence(-24),
  expiresAt: hence(24 * 20),
  grantedBy: '平台',
  workspaceId: '99999999-0000-4000-8000-0000000000c2',
  workspaceName: 'Lin’s Tea',
  runningBoosts: 2,
  grantedAt: hence(-24),
  grantReason: '新客礼',
  revokedAt: null,
  revokeReason: null,
  revokedBy: null,
};
const session = aSession('operator', { memberships: [aMembership('operator', 'platform')] });
const open = async (items = [voucher]): Promise<Opened> => {
  const opened = await openPage(VoucherDeskPage, 'voucher-desk', { session });
  await opened.answer(path, pageOf(...items));
  return opened;
};
const submit = async (opened: Opened): Promise<void> => {
  opened.find('mat-dialog-container [type=submit]').click();
  await opened.settle();
};

describe('the voucher desk', () => {
  it('shows what was given to whom and why', async () => {
    const opened = await open();
    expect(opened.text).toContain('Lin’s Tea · because: 新客礼');
    expect(opened.text).toContain('¥0.00 left');
  });

  it('gives to those who are chosen, and says what it costs before it is sent', async () => {
    const opened = await open([]);
    expect(opened.text).toContain('No vouchers fit');
    await opened.press('Grant vouchers');
    await opened.settle();
    opened
      .asked(`${path}/workspaces`)
      .flush(pageOf({ id: voucher.workspaceId, name: 'Lin’s Tea', kind: 'brand', usable: 2 }));
    await opened.settle();
    await submit(opened);
    const dialog = () => opened.find('mat-dialog-container').textContent ?? '';
    expect(dialog()).toContain('Choose 1 to 50 workspaces.');
    expect(dialog()).toContain('Say why, in at most 200 characters.');
    opened.find('mat-dialog-container input[name=workspace]').click();
    await opened.type('mat-dialog-container input[name=name]', '新客满减');
    await opened.type('mat-dialog-container input[name=face]', '50');
    await opened.type('mat-dialog-container input[name=reason]', '新客礼');
    expect(dialog()).toContain('To 1 workspaces: ¥50.00 in the books at once.');
    await submit(opened);
    expect(opened.asked(`${path}/grants`, 'POST').request.body).toMatchObject({
      workspaceIds: [voucher.workspaceId],
      kind: 'fixed',
      faceCents: 5_000,
      minimumBudgetCents: 0,
      reason: '新客礼',
    });
  });

  it('gives for a goal with a cash ratio, and says what it takes to use one', async () => {
    const opened = await open([]);
    await opened.press('Grant vouchers');
    await opened.settle();
    opened
      .asked(`${path}/workspaces`)
      .flush(pageOf({ id: voucher.workspaceId, name: 'Lin’s Tea', kind: 'brand', usable: 2 }));
    await opened.settle();
    const field = (name: string) => `mat-dialog-container input[name=${name}]`;
    const dialog = () => opened.find('mat-dialog-container').textContent ?? '';
    opened.find(field('workspace')).click();
    await opened.type(field('name'), '涨粉券');
    await opened.type(field('reason'), '新客礼');
    await opened.press('Share off');
    await opened.type(field('share'), '50');
    await opened.type(field('face'), '200');
    await opened.type(field('cashRatio'), '40');
    await submit(opened);
    expect(dialog()).toContain('no less than the voucher’s own share');
    expect(opened.find(field('cashRatio')).getAttribute('aria-invalid')).toBe('true');
    await opened.press('Amount off');
    expect(dialog()).toContain('a boost of at least ¥500 to use one whole, of which the wallet pays ¥300');
    await opened.type(field('minimum'), '8000');
    expect(dialog()).toContain('Nobody can use it: its minimum spend is above the largest boost, ¥7,500.');
    await opened.type(field('minimum'), '0');
    await opened.press('Follows');
    await submit(opened);
    expect(opened.asked(`${path}/grants`, 'POST').request.body).toMatchObject({
      kind: 'fixed',
      goals: ['follows'],
      maxShareBasisPoints: 4_000,
    });
  });

  it('takes one back with a reason, once it was said what boosts that run keep', async () => {
    const opened = await open();
    await opened.press('Take back “新客满减”');
    await opened.settle();
    expect(opened.find('mat-dialog-container').textContent).toContain(
      '2 boosts that run keep what they reserved',
    );
    await opened.type('mat-dialog-container input', '误发');
    await submit(opened);
    const asked = opened.asked(`${path}/${voucher.id}/revoke`, 'POST');
    expect(asked.request.body).toEqual({ reason: '误发' });
  });
});
