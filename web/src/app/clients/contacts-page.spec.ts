import type { ContactRow, ContactView } from '@poolrise/contracts';
import { aMembership, aSession, openPage } from '../../testing/opened';
import ContactsPage from './contacts-page';

const path = '/api/v1/contacts';
const row = {
  id: '44444444-0000-4000-8000-000000000001',
  creator: {
    name: '小满',
    redId: '600001',
    tier: { key: 'koc', name: { zh: '初级达人', en: 'Junior' } },
    figures: { imageCents: 320_000 },
  },
  imageCents: 280_000,
  videoCents: null,
  rebateBasisPoints: 1_500,
  validFrom: '2026-10-01',
  validTo: '2036-12-31',
  state: 'agreed',
  owner: { id: '22222222-0000-4000-8000-000000000001', name: 'Lin' },
  note: 'a draft a week ahead',
  changedAt: '2026-11-20T00:00:00Z',
  cooperations: 2,
} as ContactRow;
const contact: ContactView = {
  ...row,
  history: [{ id: 'h1', day: '2026-10-08', clientName: 'Islet', priceCents: 250_000, result: 'on time' }],
};
const islet = '33333333-0000-4000-8000-000000000009';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });
const open = (role: 'owner' | 'analyst' = 'owner') =>
  openPage(ContactsPage, 'contacts', {
    session: aSession(role, { memberships: [aMembership(role, 'agency')] }),
  });

describe('the resource pool', () => {
  it('shows own prices beside the list price, and the rebate', async () => {
    const opened = await open();
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.answer(path, pageOf(row));
    expect(opened.text).toContain('Images ¥2,800 · list price ¥3,200');
    expect(opened.text).toContain('Rebate 15%');
    expect(opened.text).toMatch(/Rates hold .+ to /);
    expect(opened.text).toContain('2 cooperations · Who Lin');
  });

  it('asks again by state, and says when nobody is in it', async () => {
    const opened = await open();
    await opened.answer(path, pageOf(row));
    await opened.press('Refused');
    const asked = opened.asked(path);
    expect(asked.request.url).toContain('state=refused');
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('Nobody in this state');
  });

  it('fails and tries again, and shows an analyst no way to add', async () => {
    const opened = await open('analyst');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('The pool is empty');
    expect(opened.text).not.toContain('Add a creator');
  });

  it('changes terms, in basis points and cents', async () => {
    const opened = await open();
    await opened.answer(path, pageOf(row));
    await opened.press('Change 小满');
    await opened.settle();
    opened.asked('/api/v1/members').flush(pageOf());
    opened.asked('/api/v1/clients').flush({ items: [{ id: islet, name: 'Islet' }] });
    opened.asked(`${path}/${row.id}`).flush(contact);
    await opened.settle();
    expect(document.body.textContent).toContain('2026-10-08 · ¥2,500 · on time');
    await opened.type('mat-dialog-container [formControlName=image]', '2,600');
    await opened.type('mat-dialog-container [formControlName=rebate]', '12.5');
    opened.find<HTMLFormElement>('#contact').dispatchEvent(new Event('submit'));
    expect(opened.asked(`${path}/${row.id}`, 'POST').request.body).toEqual({
      imageCents: 260_000,
      videoCents: null,
      rebateBasisPoints: 1_250,
      validFrom: '2026-10-01',
      validTo: '2036-12-31',
      state: 'agreed',
      ownerId: row.owner?.id,
      note: row.note,
    });
  });

  it('refuses days that are turned round, and writes down for which client something was done', async () => {
    const opened = await open();
    await opened.answer(path, pageOf({ ...row, validTo: '2026-01-31', validFrom: null }));
    expect(opened.text).toContain('Rates ran out on');
    await opened.press('Change 小满');
    await opened.settle();
    opened.asked('/api/v1/members').flush(pageOf());
    opened.asked('/api/v1/clients').flush({ items: [{ id: islet, name: 'Islet' }] });
    opened.asked(`${path}/${row.id}`).flush(contact);
    await opened.settle();
    await opened.type('mat-dialog-container [formControlName=validTo]', '2026-09-30');
    opened.find<HTMLFormElement>('#contact').dispatchEvent(new Event('submit'));
    await opened.settle();
    expect(document.body.textContent).toContain('This day is before the first one.');
    opened.http.expectNone({ method: 'POST' });

    const dialog = document.querySelector('app-contact-dialog') as HTMLElement;
    await opened.type('mat-dialog-container [formControlName=day]', '2999-01-01');
    dialog.querySelectorAll('form')[1]?.dispatchEvent(new Event('submit'));
    await opened.settle();
    expect(document.body.textContent).toContain('This day lies ahead.');
    await opened.type('mat-dialog-container [formControlName=day]', '2026-10-09');
    const select = dialog.querySelector('[formControlName=clientId]') as HTMLElement;
    select.click();
    await opened.settle();
    [...document.querySelectorAll('mat-option')]
      .find(({ textContent }) => textContent?.includes('Islet'))
      ?.dispatchEvent(new Event('click'));
    await opened.settle();
    dialog.querySelectorAll('form')[1]?.dispatchEvent(new Event('submit'));
    expect(opened.asked(`${path}/${row.id}/cooperations`, 'POST').request.body).toEqual({
      day: '2026-10-09',
      clientId: islet,
      priceCents: null,
      result: '',
    });
  });
});
