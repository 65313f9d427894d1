import type { FactId } from '../metrics/facts';
import { streams } from '../metrics/streams';
import type { Bilingual } from '../notes/note';
import type { FactTableId, ReportDimension } from './report-words';

export interface FactTable {
  kind: 'stream' | 'file';
  name: Bilingual;
  /** what its rows name, from fine to coarse: two tables are joined by the finest that both have */
  names: readonly ('note' | 'creator')[];
  /** by which dimensions each of its facts can be split */
  facts: Readonly<Partial<Record<FactId, readonly ReportDimension[]>>>;
}

const each = (
  facts: readonly FactId[],
  dimensions: readonly ReportDimension[],
): Partial<Record<FactId, readonly ReportDimension[]>> =>
  Object.fromEntries(facts.map((fact) => [fact, dimensions]));

const ofNote = ['note', 'creator', 'tier', 'category'] as const;
const ofFile = [...ofNote, 'campaign'] as const;
const byDay = ['day', 'week', 'month'] as const;
const audience = ['audience-gender', 'audience-age'] as const;
const interactionParts = [
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
  'interactionsLCC',
  'interactionsLCCS',
  'interactionsLCCSF',
] as const;

/** What each table can say, by what. Column names of the files stand in the domain notes 5.2. */
export const factTables: Readonly<Record<FactTableId, FactTable>> = {
  'hosted-hours': {
    kind: 'stream',
    name: streams['hosted-hours'],
    names: ['note', 'creator'],
    facts: {
      ...each(
        ['impressions', ...interactionParts, 'hides', 'dwellSeconds'],
        ['hour', ...byDay, ...ofNote, 'placement'],
      ),
      // Nobody keeps who the readers here are: beside the portraits of files their reads stand as unknown.
      reads: ['hour', ...byDay, ...ofNote, 'placement', ...audience],
      // Paid slots here are boosts, so the promoted part of a hosted note is known to be 0.
      ...each(
        [
          'naturalImpressions',
          'naturalReads',
          'promotedImpressions',
          'promotedReads',
          'heatedImpressions',
          'heatedReads',
        ],
        ['hour', ...byDay, ...ofNote, 'placement'],
      ),
    },
  },
  'hosted-boosts': {
    kind: 'stream',
    name: streams['hosted-boosts'],
    names: ['note', 'creator'],
    // By audience: a boost that was aimed at one part of it alone was paid for that part.
    facts: each(['boostCents', 'voucherCents'], ['hour', ...byDay, ...ofNote, ...audience]),
  },
  notes: {
    kind: 'stream',
    name: streams.notes,
    names: ['note', 'creator'],
    facts: each(['notes', 'hitNotes'], [...byDay, ...ofFile]),
  },
  'note-snapshots': {
    kind: 'file',
    name: { zh: '导入的笔记数据', en: 'Imported snapshots of notes' },
    names: ['note', 'creator'],
    facts: {
      ...each(
        [
          'promotedImpressions',
          'promotedReads',
          'heatedImpressions',
          'heatedReads',
          'readers',
          ...interactionParts,
          'dwellSeconds',
          'plays',
          'plays5s',
          'finishedPlays',
          'exits2s',
          'imageReads',
          'reads3s',
          'depthSum',
          'adImpressions',
          'adClicks',
          'adInteractions',
          'leads',
          'visits',
          'carts',
          'paidOrders',
          'gmv7dCents',
        ],
        [...byDay, ...ofFile],
      ),
      // Sheets have the natural part by surface, as shares of it, and the portrait of reads alone.
      ...each(['impressions', 'naturalImpressions', 'naturalReads'], [...byDay, ...ofFile, 'placement']),
      reads: [...byDay, ...ofFile, 'placement', ...audience],
    },
  },
  orders: {
    kind: 'file',
    name: { zh: '合作订单', en: 'Orders of notes' },
    names: ['note', 'creator'],
    facts: each(['quoteCents', 'serviceFeeCents', 'orderCents', 'guaranteedReads'], [...byDay, ...ofFile]),
  },
  'ad-rows': {
    kind: 'file',
    name: { zh: '广告报表', en: 'Ad reports' },
    names: ['note', 'creator'],
    facts: each(
      [
        'adCents',
        'adImpressions',
        'adClicks',
        'adInteractions',
        'adFollows',
        'leads',
        'interestedPeople',
        'deeplyInterestedPeople',
        'keywordImpressions',
        'firstPlaceImpressions',
        'visits',
        'carts',
        'paidOrders',
        'gmv7dCents',
      ],
      [...byDay, ...ofFile, 'placement'],
    ),
  },
  'alliance-sheets': {
    kind: 'file',
    name: { zh: '种草联盟数据', en: 'Alliance sheets' },
    names: ['note', 'creator'],
    facts: each(['shopVisitors', 'offsiteVisitors', 'adCents'], [...ofFile]),
  },
  'shop-orders': {
    kind: 'file',
    name: { zh: '店铺买手订单', en: 'Orders of the shop' },
    names: ['creator'],
    facts: each(['gmvCents', 'refundCents', 'gmvCycleCents'], [...byDay, 'creator', 'tier']),
  },
  'creator-records': {
    kind: 'stream',
    name: streams['creator-records'],
    names: ['creator'],
    facts: each(['followers', 'likesCollectsEver', 'readsMedian30d'], ['creator', 'tier', 'category']),
  },
};
