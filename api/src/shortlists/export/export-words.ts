import type { KeptColumn, WhoColumn } from '@poolrise/contracts';
import { type Bilingual, cities, subCategories, type Words } from '@poolrise/domain';

export type FileLanguage = 'zh-CN' | 'en';
export const inLanguage = (words: Bilingual, language: FileLanguage): string =>
  language === 'en' ? words.en : words.zh;

/** What a word of a record is called; one that has no name is written as it is. */
export const named = (names: Readonly<Record<string, Bilingual>>, language: FileLanguage) => {
  return (key: string): string => {
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    return name ? inLanguage(name, language) : key;
  };
};

export const cityNames: Readonly<Record<string, Bilingual>> = namesOf(cities);
export const subCategoryNames: Readonly<Record<string, Bilingual>> = namesOf(subCategories);

export const genderNames: Words<string> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
  unknown: { zh: '未填写', en: 'Not told' },
};

export const cityTierNames: Words<string> = {
  tier1: { zh: '一线', en: 'Tier 1' },
  new_tier1: { zh: '新一线', en: 'New tier 1' },
  tier2: { zh: '二线', en: 'Tier 2' },
  tier3: { zh: '三线', en: 'Tier 3' },
  tier4_5: { zh: '四五线', en: 'Tiers 4–5' },
  unknown: { zh: '未评级', en: 'Not ranked' },
};

export const columnNames: Words<WhoColumn | KeptColumn | 'peers' | 'exportedAt' | 'exportedFrom'> = {
  name: { zh: '昵称', en: 'Name' },
  redId: { zh: '小红书号', en: 'Red id' },
  platformId: { zh: '平台 ID', en: 'Platform id' },
  tier: { zh: '量级', en: 'Tier' },
  categories: { zh: '类目', en: 'Categories' },
  subCategories: { zh: '细分类目', en: 'Subcategories' },
  personas: { zh: '身份', en: 'Identity' },
  styles: { zh: '内容特征', en: 'Style' },
  gender: { zh: '性别', en: 'Gender' },
  province: { zh: '省份', en: 'Province' },
  city: { zh: '城市', en: 'City' },
  cityTier: { zh: '城市等级', en: 'City tier' },
  mcn: { zh: 'MCN', en: 'MCN' },
  health: { zh: '健康等级', en: 'Account health' },
  accepts: { zh: '接单类型', en: 'Takes orders for' },
  lastNoteAt: { zh: '最近发布（北京时间）', en: 'Last note (Beijing time)' },
  deleted: { zh: '是否已注销', en: 'Account closed' },
  peers: { zh: '同类博主数', en: 'Peers' },
  note: { zh: '备注', en: 'Note' },
  tags: { zh: '标签', en: 'Tags' },
  blacklistedReason: { zh: '黑名单原因', en: 'Blacklisted because' },
  exportedAt: { zh: '导出时间（北京时间）', en: 'Exported at (Beijing time)' },
  exportedFrom: { zh: '导出范围', en: 'Exported from' },
};

function namesOf(known: Readonly<Record<string, { name: Bilingual }>>): Record<string, Bilingual> {
  return Object.fromEntries(Object.entries(known).map(([key, { name }]) => [key, name]));
}
