import { type OrderMove, type OrderTerms, type SampleAddress, usualRights } from '@poolrise/domain';
import type { ToldDraft } from './write-drafts';

/** An order as its life is told. */
export interface ToldOrder {
  name: string;
  brief: string;
  quoteCents: number;
  terms: Omit<OrderTerms, 'protectionDays' | 'draftDueAt' | 'centsPerThousandReads'>;
  /** when the creator was asked, and what came of it; minutes before now */
  invited: number;
  moves: { by: 'brand' | 'creator' | 'platform'; minutes: number; move: OrderMove; words?: string }[];
  /** one for each time that a draft is handed in */
  drafts?: ToldDraft[];
  /** the note that came of it */
  noteId?: string;
  campaignId?: string;
  /** where its sample goes, once the creator has said so */
  address?: SampleAddress;
}

export const imageTerms = {
  noteType: 'image',
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  rights: usualRights,
} as const;

const dayMinutes = 24 * 60;
const address: SampleAddress = {
  recipient: '周小满',
  phone: '13800001234',
  province: 'zhejiang',
  street: '杭州市西湖区龙井路 1 号',
};
const parcel = { product: '桂花乌龙 Osmanthus oolong', quantity: 2, valueCents: 12_800 };

/** Of Lin's tea and Xiaoman: drafts and samples on their way between the two. */
export const toldOrders: ToldOrder[] = [
  {
    name: '冷泡茉莉花茶 · 早晨 Cold-brew mornings',
    brief:
      '写一个用冷泡茶开始的早晨：前一晚放进冰箱，第二天带出门。讲清水温、时长和口感，不写功效。\nA morning that begins with cold brew: into the fridge at night, out of the door next day. Water, time and taste; no health claims.',
    quoteCents: 180_000,
    terms: imageTerms,
    invited: 26,
    moves: [
      {
        by: 'creator',
        minutes: 23,
        move: { kind: 'counter', quoteCents: 200_000 },
        words: '含一次改稿 One re-cut is in it',
      },
      { by: 'brand', minutes: 21, move: { kind: 'accept' } },
      { by: 'creator', minutes: 18, move: { kind: 'submit-draft' } },
      { by: 'platform', minutes: 18, move: { kind: 'pass-audit' } },
      {
        by: 'brand',
        minutes: 15,
        move: { kind: 'send-back' },
        words:
          '第一张太暗，茶色看不清；“全城最好喝”请去掉 The first picture is too dark to see the tea; and please drop “the best in town”',
      },
      { by: 'creator', minutes: 12, move: { kind: 'submit-draft' } },
      { by: 'platform', minutes: 12, move: { kind: 'pass-audit' } },
    ],
    drafts: [
      {
        title: '前一晚泡好，早晨不赶',
        body: '全城最好喝的冷泡茶，喝完一整天都清爽。茶包放进冷水，冰箱里睡一夜。六点半拧开，是茉莉先到，茶在后面。',
        topics: ['冷泡茶', '早晨'],
        pictures: ['dimGlass', 'cup'],
        answer: 'sent-back',
        remark: {
          picture: 0,
          region: { x: 0.34, y: 0.38, w: 0.32, h: 0.36 },
          words: '这里太暗，茶色看不出来 Too dark: the colour of the tea is lost',
        },
      },
      {
        title: '前一晚泡好，早晨不赶',
        body: '茶包放进冷水，冰箱里睡一夜。六点半拧开，是茉莉先到，茶在后面。\n比例：3 克茶配 500 毫升水，冷藏 8 小时；出门前把茶包拿掉，不会涩。最好喝的时间是第二天早上。',
        topics: ['冷泡茶', '早晨'],
        pictures: ['brightGlass', 'cup', 'greenGlass'],
      },
    ],
  },
  {
    name: '中秋礼盒开箱 Gift box, opened',
    brief:
      '开箱要拍到外盒、内衬和一杯泡好的茶；写给第一次送茶的人。\nShow the box, the lining and a cup; for people who give tea for the first time.',
    quoteCents: 260_000,
    terms: { ...imageTerms, withSample: true, withOutline: true },
    invited: 3,
    moves: [],
  },
  {
    name: '白茶慢下来 White tea, slowly',
    brief:
      '写一个下午：水温、等待和第二泡的变化；不和咖啡比较，不写功效。\nOne afternoon: water, waiting, and how the second cup differs; no comparison with coffee, no health claims.',
    quoteCents: 150_000,
    terms: { ...imageTerms, withOutline: true },
    invited: 34,
    moves: [
      {
        by: 'creator',
        minutes: 18,
        move: {
          kind: 'counter',
          quoteCents: 160_000,
          terms: { rights: { ...usualRights, days: 90 }, withOutline: false, revisionsMost: 2 },
        },
        words:
          '使用权先给 90 天，之后可以续；大纲省掉，我直接交稿。Ninety days of rights first, to be extended later; no outline, you get the draft at once.',
      },
    ],
  },
  {
    name: '桂花乌龙试饮 Osmanthus oolong, first sip',
    brief:
      '收到茶样后写第一口的感受：香气、回甘、配什么点心；不写功效。\nYour first sip of the sample: scent, aftertaste, what goes with it; no health claims.',
    quoteCents: 50_000,
    terms: { ...imageTerms, withSample: true },
    invited: 3 * dayMinutes,
    address,
    moves: [
      { by: 'creator', minutes: 2.9 * dayMinutes, move: { kind: 'accept' } },
      { by: 'creator', minutes: 2.8 * dayMinutes, move: { kind: 'give-address' } },
      {
        by: 'brand',
        minutes: 1.2 * dayMinutes,
        move: { kind: 'send-sample', parcel: { carrier: 'sf', number: 'SF1360072954118', ...parcel } },
        words: '里面有一张冲泡卡，照着泡就好。There is a card inside that says how to brew it.',
      },
    ],
  },
  {
    name: '老白茶围炉 White tea by the stove',
    brief:
      '一个下雨的下午，围炉煮一壶老白茶；拍清茶汤的颜色。\nA rainy afternoon, a pot of old white tea on the stove; show the colour of the tea.',
    quoteCents: 40_000,
    terms: { ...imageTerms, withSample: true },
    invited: 14 * dayMinutes,
    address,
    moves: [
      { by: 'creator', minutes: 13.8 * dayMinutes, move: { kind: 'accept' } },
      { by: 'creator', minutes: 13.7 * dayMinutes, move: { kind: 'give-address' } },
      {
        by: 'brand',
        minutes: 13 * dayMinutes,
        move: { kind: 'send-sample', parcel: { carrier: 'zto', number: '75340061728391', ...parcel } },
      },
      {
        by: 'creator',
        minutes: 8 * dayMinutes,
        move: { kind: 'miss-sample' },
        words: '驿站查不到，可能丢件了。The pick-up point does not have it; it may be lost.',
      },
      {
        by: 'brand',
        minutes: 7 * dayMinutes,
        move: { kind: 'send-sample', parcel: { carrier: 'sf', number: 'SF1360072810446', ...parcel } },
      },
      { by: 'creator', minutes: 5 * dayMinutes, move: { kind: 'receive-sample' } },
    ],
  },
];
