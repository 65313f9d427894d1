import { aKitDesk, aKitLink, kitNoteId } from '../../testing/a-media-kit';
import { aMembership, aSession, openPage } from '../../testing/opened';
import { hence } from '../../testing/an-order';
import MediaKitPage from './media-kit-page';

const path = '/api/v1/media-kit';
const session = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const open = (language: 'en' | 'zh-CN' = 'en') => openPage(MediaKitPage, 'media-kit', { session, language });

describe('the media kit at a creator’s desk', () => {
  it('says that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the media kit');
    opened.asked(path);
  });

  it('leads to the account where the desk speaks for nobody', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk({ document: null, choices: [], links: [] }));
    expect(opened.text).toContain('Whose desk is this?');
    expect(opened.button('To my account').getAttribute('href')).toContain('/orders/account');
    expect(opened.page.querySelector('form')).toBeNull();
  });

  it('says in Chinese what failed, and tries again', async () => {
    const opened = await open('zh-CN');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(path, aKitDesk());
    expect(opened.text).toContain('品牌看到的样子');
  });

  it('shows what brands see while it is typed, and hides what is not chosen', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk());
    const sheet = () => opened.find('app-kit-document').textContent;
    expect(sheet()).toContain('I write only of what I drank.');
    expect(sheet()).not.toContain('绒绒家纺');
    await opened.type('[name=introEn]', 'Tea and nothing else.');
    expect(sheet()).toContain('Tea and nothing else.');
    expect(opened.text).toContain('Not saved yet');
    opened.find('[name=brands]').click();
    opened.find('[name=rates]').click();
    await opened.settle();
    expect(sheet()).toContain('绒绒家纺');
    expect(sheet()).not.toContain('Three to nine pictures.');
  });

  it('takes up to six notes by hand', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk());
    await opened.press('By hand');
    for (const box of [...document.querySelectorAll<HTMLInputElement>('[name=note]')].slice(0, 6))
      box.click();
    await opened.settle();
    expect(opened.text).toContain('6 of 6 chosen');
    expect(
      [...document.querySelectorAll<HTMLInputElement>('[name=note]')].map((box) => box.disabled),
    ).toEqual([...Array.from({ length: 6 }, () => false), true, true]);
    await opened.press('Save');
    expect(opened.asked(path, 'POST').request.body).toMatchObject({
      version: 3,
      noteIds: [1, 2, 3, 4, 5, 6].map(kitNoteId),
    });
  });

  it('saves terms that an order can have, and says which cannot', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk());
    await opened.type('input[name=protectionDays]', '3');
    await opened.press('Save');
    opened.http.expectNone(({ method }) => method === 'POST');
    expect(opened.text).toContain('A whole number from 30 to 365.');
    expect(document.activeElement).toBe(opened.find('input[name=protectionDays]'));
    await opened.type('input[name=protectionDays]', '60');
    await opened.press('Save');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({ terms: { protectionDays: 60, revisionsMost: 2 } });
    asked.flush(
      aKitDesk({
        version: 4,
        terms: { protectionDays: 60, revisionsMost: 2, rights: null },
      }),
    );
    await opened.settle();
    expect(opened.text).not.toContain('Not saved yet');
  });

  it('never runs over what somebody else saved', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk());
    await opened.type('[name=introEn]', 'Mine');
    await opened.press('Save');
    await opened.refuse(path, 409, 'media-kit-moved-on', 'POST');
    await opened.settle();
    expect(opened.text).toContain('Somebody else has changed the media kit');
    await opened.press('Load it again');
    await opened.answer(path, aKitDesk({ version: 4, introEn: 'Theirs' }));
    await opened.settle();
    expect(opened.find<HTMLTextAreaElement>('[name=introEn]').value).toBe('Theirs');
    expect(opened.text).not.toContain('Somebody else has changed');
  });

  it('names what the check found at the field', async () => {
    const opened = await open();
    await opened.answer(path, aKitDesk());
    await opened.type('[name=introZh]', '根治失眠');
    await opened.press('Save');
    const fields = [{ field: '/introZh', detail: '医疗用语：“根治”' }];
    await opened.refuse(path, 422, 'compliance-blocks', 'POST', { fields });
    await opened.settle();
    expect(opened.text).toContain('医疗用语：“根治”');
  });

  it('tells how often each link was opened, and closes one', async () => {
    const opened = await open();
    const over = aKitLink({
      id: '77777777-0000-4000-8000-000000000002',
      expiresAt: hence(-1),
      views: 0,
      days: [],
    });
    await opened.answer(path, aKitDesk({ links: [aKitLink(), over] }));
    const links = opened.find('app-kit-links').textContent;
    expect(links).toContain('opened 3 times');
    expect(links).toContain('expired');
    expect(links).toContain('nobody is told who they were');
    expect(document.querySelectorAll('app-kit-links li button')).toHaveLength(1);
    await opened.press('Close the link');
    opened.find('app-sure-dialog button[type=submit]').click();
    await opened.settle();
    opened.asked(`${path}/links/${aKitLink().id}`, 'DELETE').flush(null);
  });

  it('is read by those who may not write, without a form', async () => {
    const opened = await openPage(MediaKitPage, 'media-kit', {
      session: aSession('analyst', { memberships: [aMembership('analyst', 'creator')] }),
    });
    await opened.answer(path, aKitDesk());
    expect(opened.page.querySelector('form')).toBeNull();
    expect(opened.text).toContain('I write only of what I drank.');
  });
});
