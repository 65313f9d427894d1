import type { Category } from '@poolrise/domain';

/** Agencies that creators are signed with. All of them are invented. */
export const agencyNames = [
  '山海传媒',
  '灯塔互动',
  '青柚文化',
  '白日梦工厂',
  '一口星河',
  '拾光有声',
  '野生番茄',
  '半熟计划',
  '南风来信',
  '三棵树下',
  '万物有趣',
  '橙子海岸',
  '云上麦田',
  '小院同学',
  '慢半拍传媒',
  '好好说话文化',
  '蓝莓电台',
  '第七街区',
  '追光少年社',
  '木星邮局',
  '十一月文化',
  '浅草传媒',
  '大鱼小鲜',
  '纸飞机互动',
  '月亮有约',
] as const;

/** Brands that creators work for, by industry. All of them are invented; those of the cast come on top. */
export const brandNames: Readonly<Record<Category, readonly string[]>> = {
  beauty: ['初雪记', '珂漾', '三月肌研', '朵言', '澜色'],
  fashion: ['素格', '巷口裁缝', '廿四桥', 'Momoro', '拾布'],
  food: ['禾禾厨房', '晨光谷', '一颗青梅', '米多多', '山下酱园'],
  travel: ['慢岛民宿', '云途旅行', '星野营地', '蓝脚鸭'],
  home: ['木作社', '栖间', '绒绒家纺', '净屿', '方寸收纳'],
  'mother-baby': ['小牛芽', '贝壳宝宝', '暖暖熊', '知芽'],
  pets: ['喵星粮仓', '汪小厨', '毛球研究所', '爪爪乐'],
  fitness: ['轻跃', '动力舱', '一练就会', '柔岸瑜伽'],
  tech: ['声原', '晶格科技', '极昼影像', '小方智能'],
  knowledge: ['读立方', '语芽英语', '青藤课堂', '墨屿书店'],
  outdoor: ['远峰', '风谷', '苔原户外', '川行'],
  lifestyle: ['一间杂货', '草木染', '纸上时光', '闲日香氛'],
};
