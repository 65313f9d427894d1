import type { AnswerProfessional, ApplyProfessional } from '@poolrise/contracts';
import { aProfessional, anApplication, anApplicationRow } from '../../testing/a-professional';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import ProfessionalDeskPage from './professional-desk-page';
import ProfessionalPage from './professional-page';

const path = '/api/v1/professional-account';
const asOwner = aSession('owner', { memberships: [aMembership('owner', 'creator')] });
const open = (language: 'en' | 'zh-CN' = 'en', session = asOwner): Promise<Opened> =>
  openPage(ProfessionalPage, 'professional', { language, session });

describe('the professional account', () => {
  it('shows that it is loading, says what failed and tries again', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the professional account');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, aProfessional());
    expect(opened.text).toContain('Not verified');
  });

  it('says what is wrong with a code as it is typed, and sends nothing before it is right', async () => {
    const opened = await open();
    await opened.answer(path, aProfessional());
    await opened.type('input[name=creditCode]', '91350100M000100Y44');
    await opened.press('Send the application');
    expect(opened.text).toContain('The last sign does not follow from the others');
    expect(opened.text).toContain('Add a picture of the licence');
    await opened.type('input[name=creditCode]', '91350100M000100');
    expect(opened.text).toContain('The code has 18 signs; this has 15.');
    await opened.type('input[name=creditCode]', '9135010OM000100Y43');
    expect(opened.text).toContain('“O” at place 8 stands in no code');
    opened.http.verify();
  });

  it('sends a licence with its picture', async () => {
    const opened = await open();
    await opened.answer(path, aProfessional());
    const file = new File(['x'], 'licence.png', { type: 'image/png' });
    const picker = opened.find('input[type=file]');
    Object.defineProperty(picker, 'files', { value: [file] });
    picker.dispatchEvent(new Event('change'));
    const id = '55555555-0000-4000-8000-000000000001';
    const picture = {
      kind: 'image',
      contentType: 'image/webp',
      bytes: 1,
      width: 8,
      height: 6,
      durationMs: null,
    };
    opened
      .asked('/api/v1/media', 'POST')
      .flush({ id, ...picture, color: '#ffffff', url: '/x', thumbUrl: '/x' });
    await opened.settle();
    await opened.type('input[name=legalName]', ' 杭州林家茶业有限公司 ');
    await opened.type('input[name=creditCode]', '9135 0100 m000 100y43');
    await opened.type('input[name=contactName]', '林先生');
    await opened.type('input[name=contactPhone]', '0571 8700 1234');
    await opened.press('Send the application');
    const asked = opened.asked('/api/v1/professional-applications', 'POST');
    expect(asked.request.body as ApplyProfessional).toMatchObject({
      legalName: '杭州林家茶业有限公司',
      licenceMediaId: id,
    });
    asked.flush(
      aProfessional({
        verification: 'submitted',
        application: anApplication(),
        hindrance: 'professional-waiting',
      }),
    );
    await opened.settle();
    expect(opened.text).toContain('Being looked at');
    expect(opened.text).toContain('91350100M000100Y43');
  });

  it('tells in Chinese why it was refused and what to do, and lets it be sent again', async () => {
    const opened = await open('zh-CN');
    const refused = anApplication({ state: 'refused', reason: '印章盖住了名称', remedy: 'clearer-licence' });
    await opened.answer(path, aProfessional({ verification: 'refused', application: refused }));
    expect(opened.text).toContain('平台说明：「印章盖住了名称」');
    expect(opened.text).toContain('请换一张清楚的照片');
    expect(opened.button('提交申请')).toBeTruthy();
  });

  it('shows no licence to those who are no owners, and follows the stream', async () => {
    const member = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
    const opened = await open('en', member);
    const stream = aStream();
    const application = anApplication({ legal: null });
    await opened.answer(
      path,
      aProfessional({ verification: 'submitted', application, hindrance: 'professional-waiting' }),
    );
    expect(opened.text).toContain('Only owners see what stands on the licence');
    stream.tells('professional');
    await opened.settle();
    await opened.answer(
      path,
      aProfessional({
        ...{ verification: 'verified', until: '2027-11-26T00:00:00Z', renewableFrom: '2027-09-27T00:00:00Z' },
        application: { ...application, state: 'verified', reason: 'ok' },
        hindrance: 'renewal-too-early',
      }),
    );
    expect(opened.text).toContain('Verified business');
    expect(opened.text).toContain('You may renew it from');
  });
});

describe('the platform’s desk of licences', () => {
  const list = '/api/v1/professional-desk';
  const asOperator = aSession('operator', { memberships: [aMembership('operator', 'platform')] });
  const pageOf = (...items: ReturnType<typeof anApplicationRow>[]) => ({
    ...{ items, nextCursor: null, asOf: '2026-11-26T08:00:00Z' },
  });
  const openDesk = () => openPage(ProfessionalDeskPage, 'professional-desk', { session: asOperator });

  it('shows that it is loading, what failed, and that nothing waits', async () => {
    const opened = await openDesk();
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    await opened.refuse(list, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(list, pageOf());
    expect(opened.text).toContain('Nothing waits');
  });

  it('refuses with a reason and a way out', async () => {
    const opened = await openDesk();
    await opened.answer(list, pageOf(anApplicationRow({ sameCode: 1 })));
    expect(opened.text).toContain('1 other workspace is verified by this licence');
    await opened.press('Refuse: 杭州林家茶业有限公司');
    await opened.settle();
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('Please give a reason');
    await opened.type('mat-dialog-container input[name=reason]', 'The seal covers the name');
    submit.click();
    const asked = opened.asked(`${list}/${anApplicationRow().id}`, 'POST');
    expect(asked.request.body as AnswerProfessional).toEqual({
      ...{ verdict: 'refused', reason: 'The seal covers the name', remedy: 'clearer-licence' },
    });
    asked.flush(anApplicationRow({ state: 'refused' }));
    await opened.settle();
    await opened.answer(list, pageOf());
  });
});
