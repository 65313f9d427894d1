import type { Language } from '@poolrise/domain';
import type { RandomStream } from '../random';

const zh = {
  surname: ['林', '陈', '周', '苏', '沈', '许', '江', '夏', '顾', '宋', '叶', '唐', '温', '乔', '程', '陆'],
  pet: [
    '小鹿',
    '栗子',
    '豆豆',
    '鱼丸',
    '米粒',
    '阿紫',
    '团子',
    '柚子',
    '小满',
    '桃桃',
    '阿树',
    '大橘',
    '麦麦',
    '糯米',
    '阿May',
    'Coco',
    'Yuki',
    '小野',
    '椰椰',
    '木木',
    '西瓜',
    '芋圆',
    '七七',
    '阿楠',
  ],
  modifier: [
    '爱喝茶的',
    '不早起的',
    '慢吞吞的',
    '在路上的',
    '一米五八的',
    '想退休的',
    '努力存钱的',
    '社恐但话多的',
    '住在海边的',
    '北漂的',
    '会做饭的',
    '养猫的',
    '戴眼镜的',
    '早睡失败的',
    '今天也要开心的',
  ],
  after: [
    '的日常',
    '同学',
    '有点甜',
    '爱分享',
    '在{city}',
    '吃饱了',
    '不加班',
    '慢生活',
    '手记',
    '研究所',
    '的小房间',
    '想出门',
    '小站',
    '本人',
    '日记',
    '成长记',
  ],
  city: ['上海', '杭州', '成都', '北京', '广州', '南京', '厦门', '苏州', '长沙', '深圳'],
  /** By category, so that a name often tells what somebody writes about. */
  trade: {
    beauty: ['化妆包', '护肤手账', '空瓶记', '素颜计划'],
    fashion: ['穿搭笔记', '衣橱', '小个子穿什么', 'ootd'],
    food: ['的厨房', '吃货日记', '一人食', '食堂', '探店'],
    travel: ['去哪儿', '旅行笔记', '在路上', '看世界'],
    home: ['的小家', '住在58平', '收纳所', '租房记'],
    'mother-baby': ['妈妈', '麻麻', '带娃记', '妈咪日记'],
    pets: ['和她的猫', '铲屎官', '养狗记', '毛孩子'],
    fitness: ['动一动', '练起来', '健身日记', '爱拉伸'],
    tech: ['数码说', '玩数码', '桌面', '测一测'],
    knowledge: ['学姐', '读书会', '备考记', '职场笔记'],
    outdoor: ['上山去', '爱徒步', '露营记', '户外日记'],
    lifestyle: ['的日常', '慢生活', '的一天', '手记'],
  },
} as const;

const en = {
  first: [
    'Mia',
    'Leo',
    'Ivy',
    'Noah',
    'Luna',
    'Kai',
    'Zoe',
    'Ethan',
    'Nora',
    'Owen',
    'Ruby',
    'Theo',
    'Alma',
    'Finn',
    'Iris',
    'June',
    'Max',
    'Elle',
  ],
  after: [
    'eats',
    'outside',
    'at home',
    'wears',
    'reads',
    'and the cat',
    'on the road',
    'tries it',
    'diary',
    'slowly',
    'in Shanghai',
    'in Chengdu',
    'daily',
    'notes',
  ],
} as const;

/** A nickname as creators choose them; the caller makes sure that it is not taken. */
export function nickname(random: RandomStream, language: Language, category: keyof typeof zh.trade): string {
  if (language === 'en') return `${random.pick(en.first)} ${random.pick(en.after)}`;
  const pet = random.chance(0.25)
    ? `${random.pick(['小', '阿', '老'])}${random.pick(zh.surname)}`
    : random.pick(zh.pet);
  const style = random.next();
  if (style < 0.4) return pet + random.pick(zh.trade[category]);
  if (style < 0.65) return random.pick(zh.modifier) + pet;
  return pet + random.pick(zh.after).replace('{city}', random.pick(zh.city));
}
