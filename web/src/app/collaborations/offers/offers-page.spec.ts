import type { OffersView, OfferView } from '@poolrise/contracts';
import { anOrderRow, hence } from '../../../testing/an-order';
import { openPage } from '../../../testing/opened';
import OffersPage from './offers-page';

const path = '/api/v1/offers';
const id = (n: number) => `77777777-0000-4000-8000-00000000000${n}`;

const anOffer = (changes: Partial<OfferView> = {}): OfferView => ({
  order: anOrderRow({ side: 'creator' }),
  brandVerified: true,
  terms: {
    withSample: false,
    withOutline: false,
    withAdAudit: false,
    revisionsMost: 3,
    draftDueAt: hence(7 * 24),
    rights: null,
  },
  protectionDays: 30,
  centsPerThousandReads: null,
  netLeastCents: 450_000,
  netMostCents: 450_000,
  netLikelyCents: 450_000,
  hoursLeast: 4,
  hoursMost: 8.5,
  hourlyCents: 72_000,
  best: ['hourlyCents', 'hoursMost', 'protectionDays'],
  ...changes,
});
const aVideo = (changes: Partial<OfferView> = {}): OfferView =>
  anOffer({
    order: anOrderRow({ id: id(2), name: '茶山一日', noteType: 'video', side: 'creator', waitsFor: 'brand' }),
    terms: { ...anOffer().terms, withSample: true, withAdAudit: true, revisionsMost: 0 },
    netLeastCents: 810_000,
    netMostCents: 810_000,
    netLikelyCents: 810_000,
    hoursLeast: 12,
    hoursMost: 12,
    hourlyCents: 67_500,
    protectionDays: 90,
    best: ['netLikelyCents', 'revisionsMost'],
    ...changes,
  });
const side = (...offers: OfferView[]): OffersView => ({
  asOf: hence(0),
  hours: { image: 4, video: 10, revision: 1.5, outline: 1, sample: 1, adAudit: 1 },
  reads: { image: 8_000, video: null },
  offers,
  more: 0,
});
const open = (setting: Parameters<typeof openPage>[2] = {}) => openPage(OffersPage, 'orders/offers', setting);
const cards = (opened: Awaited<ReturnType<typeof open>>) =>
  [...opened.page.querySelectorAll('app-offer-card')].map(
    (card) => card.textContent?.replace(/\s+/g, ' ') ?? '',
  );

describe('offers side by side', () => {
  it('hold their room while they wait, and say what failed', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Comparing offers');
    await opened.refuse(path, 403, 'platform-only');
    await opened.press('Try again');
    await opened.answer(path, side());
    expect(opened.text).toContain('No open offers');
    expect(opened.button('To the recruitments').getAttribute('href')).toContain('/orders/board');
  });

  it('say first which leaves most and which pays best by the hour, then part by part', async () => {
    const opened = await open();
    await opened.answer(path, side(anOffer(), aVideo()));
    expect(opened.text).toContain(
      '“茶山一日” leaves you most (¥8,100.00); an hour is worth most with “春茶上新”, about ¥720.',
    );
    const [image, video] = cards(opened);
    expect(image).toMatch(/You get ¥4,500.00 Pay an hour ¥720 an hour Best Work 4–8.5 hours Best/);
    expect(image).toContain('Sent back at most 3 times');
    expect(video).toMatch(/You get ¥8,100.00 Best/);
    expect(video).toContain('12 hours without a revision');
    expect(video).toContain('You countered; the brand’s turn');
    expect(opened.button('See and answer').getAttribute('href')).toContain('/orders/');
  });

  it('pay by reads: with one’s own median, or open where none was measured', async () => {
    const opened = await open();
    const byReads = { centsPerThousandReads: 20_000, netLeastCents: 0, best: [] };
    await opened.answer(
      path,
      side(
        anOffer({ ...byReads, netLikelyCents: 144_000, hourlyCents: 23_040 }),
        aVideo({ ...byReads, netLikelyCents: null, hourlyCents: null }),
      ),
    );
    expect(opened.text).toContain('nobody can say which leaves you most');
    const [known, unknown] = cards(opened);
    expect(known).toContain(
      '¥1,440 ¥200 a thousand reads, estimated with your median of 8,000; at most ¥4,500.00',
    );
    expect(unknown).toContain('at most ¥8,100.00 ¥200 a thousand reads; yours were not measured yet');
  });

  it('are weighed by one’s own hours, which have to be hours', async () => {
    const opened = await open({ language: 'zh-CN' });
    await opened.answer(path, side(anOffer()));
    expect(opened.text).toContain('目前只有 1 份报价：到手 ¥4,500.00，约 ¥720/小时。');
    await opened.type('input[name=image]', '四');
    expect(opened.text).toContain('填 0 至 200，可精确到半小时。');
    await opened.type('input[name=image]', '6.5');
    const asked = opened.asked(path);
    expect(asked.request.urlWithParams).toBe(`${path}?imageHours=6.5&videoHours=10&revisionHours=1.5`);
    asked.flush(side(anOffer()));
    await opened.settle();
    expect(opened.text).not.toContain('填 0 至 200');
  });
});
