import { describeMetric, sources } from './describe-metric';

const { juguang, ownCount } = sources;

/** How a note, or all notes of a brand, stand among what readers search for; `firstPlaceShare` stands with the outcomes. */
export const searchMetrics = {
  searches: describeMetric(
    'count',
    ['搜索次数', 'Searches'],
    ['读者搜索并得到一页结果的次数', 'pages that readers were given for a search'],
    ownCount,
  ),
  averagePosition: describeMetric(
    'index',
    ['平均位次', 'Average position'],
    [
      '每次曝光所在位次之和 ÷ 搜索曝光，第 1 位为最上面',
      'sum of the positions of its impressions / impressions in search; 1 is the top',
    ],
    juguang,
  ),
  topThreeShare: describeMetric(
    'ratio',
    ['前三位展现占比', 'Top-three share'],
    ['第 1 至 3 位的曝光 ÷ 搜索曝光', 'impressions at positions 1 to 3 / impressions in search'],
    juguang,
  ),
  searchPageShare: describeMetric(
    'ratio',
    ['搜索页占有率', 'Share of search pages'],
    [
      '至少看到一篇本品牌笔记的搜索页 ÷ 搜索次数；推广与自然分开计',
      'search pages on which a note of the brand was seen / searches; paid and organic apart',
    ],
    ownCount,
  ),
};
