import { type FieldDefinition, count, money, rate, share, text } from './describe-field';

const surfaceNames = {
  Discover: ['发现页', 'discovery feed'],
  Search: ['搜索页', 'search'],
  Profile: ['个人页', 'profile'],
  Following: ['关注页', 'following feed'],
  Nearby: ['附近页', 'nearby'],
  Other: ['其他', 'other'],
} as const;
export type Surface = keyof typeof surfaceNames;
export const surfaces = Object.keys(surfaceNames) as readonly Surface[];

function perSurface<P extends string>(prefix: P, zh: string, en: string) {
  const pairs = surfaces.map((surface): [string, FieldDefinition] => {
    const [surfaceZh, surfaceEn] = surfaceNames[surface];
    return [prefix + surface, share(`${surfaceZh}${zh}`, `${en}, ${surfaceEn}`)];
  });
  return Object.fromEntries(pairs) as Record<`${P}${Surface}`, FieldDefinition>;
}

/** Where natural exposure and natural reads came from: shares of 1, not counts; multiply by the natural total. */
export const surfaceFields = {
  ...perSurface('exposureShare', '曝光占比', 'Share of natural exposure'),
  ...perSurface('readShare', '阅读占比', 'Share of natural reads'),
};

/** Who read: shares of reads. */
export const portraitFields = {
  fanShare: share('粉丝占比', 'Share of followers among readers'),
  womenShare: share('女性占比', 'Share of women'),
  menShare: share('男性占比', 'Share of men'),
  ageUnder18Share: share('18 岁以下占比', 'Share under 18'),
  age18Share: share('18–24 岁占比', 'Share aged 18 to 24'),
  age25Share: share('25–34 岁占比', 'Share aged 25 to 34'),
  age35Share: share('35–44 岁占比', 'Share aged 35 to 44'),
  ageOver44Share: share('44 岁以上占比', 'Share over 44'),
  phoneTop1: text('机型 top1 占比', 'Top phone 1'),
  phoneTop2: text('机型 top2 占比', 'Top phone 2'),
  phoneTop3: text('机型 top3 占比', 'Top phone 3'),
  provinceTop1: text('省份 top1 占比', 'Top province 1'),
  provinceTop2: text('省份 top2 占比', 'Top province 2'),
  provinceTop3: text('省份 top3 占比', 'Top province 3'),
  cityTop1: text('城市 top1 占比', 'Top city 1'),
  cityTop2: text('城市 top2 占比', 'Top city 2'),
  cityTop3: text('城市 top3 占比', 'Top city 3'),
  interestTop1: text('兴趣 top1 占比', 'Top interest 1'),
  interestTop2: text('兴趣 top2 占比', 'Top interest 2'),
  interestTop3: text('兴趣 top3 占比', 'Top interest 3'),
} as const satisfies Record<string, FieldDefinition>;

const componentNames = {
  body: ['正文组件', 'Body component'],
  footer: ['笔记底栏组件', 'Footer component'],
  comment: ['评论区组件', 'Comment component'],
  trial: ['体验合集组件', 'Trial collection component'],
} as const;

function component<P extends keyof typeof componentNames>(id: P) {
  const [zh, en] = componentNames[id];
  const key = <S extends string>(suffix: S) => `${id}Component${suffix}` as const;
  return {
    [key('Type')]: text(`${zh}类型`, `${en}: type`),
    [key('Text')]: text(`${zh}文案`, `${en}: text`),
    [key('Impressions')]: count(`${zh}曝光量`, `${en}: impressions`),
    [key('Clicks')]: count(`${zh}点击量`, `${en}: clicks`),
    [key('Clickers')]: count(`${zh}点击人数`, `${en}: people who clicked`),
    [key('Ctr')]: rate(`${zh}点击率`, `${en}: click-through rate`),
  } as Record<
    `${P}Component${'Type' | 'Text' | 'Impressions' | 'Clicks' | 'Clickers' | 'Ctr'}`,
    FieldDefinition
  >;
}

/** Components that lead from a note elsewhere. */
export const componentFields = {
  ...component('body'),
  ...component('footer'),
  ...component('comment'),
  ...component('trial'),
};

/** What readers did outside of the platform, attributed by device. Sampled: never a ground for attribution of sales. */
export const offSiteFields = {
  shopVisitors: count('进店 UV', 'Shop visitors'),
  shopVisitRate: rate('进店率', 'Shop visit rate'),
  shopVisitCost: money('累计进店成本', 'Cost per shop visitor'),
  offSiteVisitors30: count('站外活跃 UV（30 天）', 'Off-site active people, 30 days'),
  offSiteRate30: rate('站外活跃率（30 天）', 'Off-site active rate, 30 days'),
  offSiteCost30: money('站外活跃成本（30 天）', 'Cost per off-site active person, 30 days'),
  offSiteVisitors15: count('站外活跃 UV（15 天）', 'Off-site active people, 15 days'),
  offSiteRate15: rate('站外活跃率（15 天）', 'Off-site active rate, 15 days'),
  offSiteCost15: money('站外活跃成本（15 天）', 'Cost per off-site active person, 15 days'),
  offSiteActors30: count('站外行为 UV（30 天）', 'Off-site actors, 30 days'),
  offSiteConversion30: rate('站外转化率（30 天）', 'Off-site conversion, 30 days'),
  offSiteConversionCost30: money('站外转化成本（30 天）', 'Off-site conversion cost, 30 days'),
  offSiteActors15: count('站外行为 UV（15 天）', 'Off-site actors, 15 days'),
  offSiteConversion15: rate('站外转化率（15 天）', 'Off-site conversion, 15 days'),
  offSiteConversionCost15: money('站外转化成本（15 天）', 'Off-site conversion cost, 15 days'),
} as const satisfies Record<string, FieldDefinition>;
