import type { Bilingual } from '../notes/note';

/**
 * Words that a creator's record is written in. They follow the search body and the profile of Pugongying
 * (domain notes 1.1 [B]); lists that the platform keeps to itself are ours [P].
 */
export type Words<Key extends string> = Readonly<Record<Key, Bilingual>>;
const keysOf = <Key extends string>(words: Words<Key>): Key[] => Object.keys(words) as Key[];

/** 身份: who the creator is (`personalTags`). */
export const personaNames = {
  student: { zh: '学生', en: 'Student' },
  mother: { zh: '宝妈', en: 'Mother' },
  father: { zh: '宝爸', en: 'Father' },
  'office-worker': { zh: '上班族', en: 'Office worker' },
  photographer: { zh: '摄影师', en: 'Photographer' },
  doctor: { zh: '医生', en: 'Doctor' },
  teacher: { zh: '老师', en: 'Teacher' },
  chef: { zh: '厨师', en: 'Chef' },
  'make-up-artist': { zh: '化妆师', en: 'Make-up artist' },
  coach: { zh: '健身教练', en: 'Fitness coach' },
  engineer: { zh: '工程师', en: 'Engineer' },
  'shop-owner': { zh: '店主', en: 'Shop owner' },
  'pet-owner': { zh: '铲屎官', en: 'Pet owner' },
  traveller: { zh: '旅行者', en: 'Traveller' },
  freelancer: { zh: '自由职业', en: 'Freelancer' },
} as const satisfies Words<string>;
export type Persona = keyof typeof personaNames;
export const personas = keysOf(personaNames);

/** 内容特征: how the creator tells it (`featureTags`). */
export const styleNames = {
  review: { zh: '测评', en: 'Review' },
  tutorial: { zh: '教程', en: 'Tutorial' },
  unboxing: { zh: '开箱', en: 'Unboxing' },
  vlog: { zh: 'Vlog', en: 'Vlog' },
  'store-visit': { zh: '探店', en: 'Store visit' },
  collection: { zh: '合集', en: 'Collection' },
  'before-after': { zh: '前后对比', en: 'Before and after' },
  'popular-science': { zh: '科普', en: 'Explainer' },
  story: { zh: '剧情', en: 'Story' },
  'daily-life': { zh: '日常记录', en: 'Daily life' },
} as const satisfies Words<string>;
export type Style = keyof typeof styleNames;
export const styles = keysOf(styleNames);

/** 内容场景: where the content plays (`contentSceneLabel`). */
export const sceneNames = {
  home: { zh: '居家', en: 'At home' },
  office: { zh: '办公室', en: 'Office' },
  outdoors: { zh: '户外', en: 'Outdoors' },
  street: { zh: '街头', en: 'Street' },
  restaurant: { zh: '餐厅', en: 'Restaurant' },
  gym: { zh: '健身房', en: 'Gym' },
  campus: { zh: '校园', en: 'Campus' },
  journey: { zh: '旅途', en: 'On the road' },
} as const satisfies Words<string>;
export type Scene = keyof typeof sceneNames;
export const scenes = keysOf(sceneNames);

/** 健康等级: a gate and never a weight (domain notes 1.1). */
export const healthNames = {
  excellent: { zh: '优秀', en: 'Excellent' },
  ordinary: { zh: '普通', en: 'Ordinary' },
  abnormal: { zh: '异常', en: 'Abnormal' },
} as const satisfies Words<string>;
export type HealthLevel = keyof typeof healthNames;
export const healthLevels = keysOf(healthNames);

/** What a creator publishes for a brand, each with a price of its own. */
export const creatorNoteKinds = ['image', 'video'] as const;
export type CreatorNoteKind = (typeof creatorNoteKinds)[number];

/** The 2 × 2 of the platform's profile: whose notes, and which traffic is counted (`notes_rate`, domain notes 1.1). */
export const noteScopes = ['daily', 'cooperation'] as const;
export type NoteScope = (typeof noteScopes)[number];
export const trafficScopes = ['natural', 'all'] as const;
export type TrafficScope = (typeof trafficScopes)[number];

/** Where reads come from (`recentFindPagePercent` and its kin). */
export const trafficSources = ['discovery', 'search', 'follow', 'profile', 'other'] as const;
export type TrafficSource = (typeof trafficSources)[number];

export const provinceNames = {
  beijing: { zh: '北京', en: 'Beijing' },
  tianjin: { zh: '天津', en: 'Tianjin' },
  hebei: { zh: '河北', en: 'Hebei' },
  shanxi: { zh: '山西', en: 'Shanxi' },
  'inner-mongolia': { zh: '内蒙古', en: 'Inner Mongolia' },
  liaoning: { zh: '辽宁', en: 'Liaoning' },
  jilin: { zh: '吉林', en: 'Jilin' },
  heilongjiang: { zh: '黑龙江', en: 'Heilongjiang' },
  shanghai: { zh: '上海', en: 'Shanghai' },
  jiangsu: { zh: '江苏', en: 'Jiangsu' },
  zhejiang: { zh: '浙江', en: 'Zhejiang' },
  anhui: { zh: '安徽', en: 'Anhui' },
  fujian: { zh: '福建', en: 'Fujian' },
  jiangxi: { zh: '江西', en: 'Jiangxi' },
  shandong: { zh: '山东', en: 'Shandong' },
  henan: { zh: '河南', en: 'Henan' },
  hubei: { zh: '湖北', en: 'Hubei' },
  hunan: { zh: '湖南', en: 'Hunan' },
  guangdong: { zh: '广东', en: 'Guangdong' },
  guangxi: { zh: '广西', en: 'Guangxi' },
  hainan: { zh: '海南', en: 'Hainan' },
  chongqing: { zh: '重庆', en: 'Chongqing' },
  sichuan: { zh: '四川', en: 'Sichuan' },
  guizhou: { zh: '贵州', en: 'Guizhou' },
  yunnan: { zh: '云南', en: 'Yunnan' },
  tibet: { zh: '西藏', en: 'Tibet' },
  shaanxi: { zh: '陕西', en: 'Shaanxi' },
  gansu: { zh: '甘肃', en: 'Gansu' },
  qinghai: { zh: '青海', en: 'Qinghai' },
  ningxia: { zh: '宁夏', en: 'Ningxia' },
  xinjiang: { zh: '新疆', en: 'Xinjiang' },
  'hong-kong': { zh: '香港', en: 'Hong Kong' },
  macao: { zh: '澳门', en: 'Macao' },
  taiwan: { zh: '台湾', en: 'Taiwan' },
  overseas: { zh: '海外', en: 'Overseas' },
} as const satisfies Words<string>;
export type Province = keyof typeof provinceNames;
export const provinces = keysOf(provinceNames);
