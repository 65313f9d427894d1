import type { Bilingual } from '../notes/note';
import type { audienceDimensions } from './audience-bands';
import type { Province } from './creator-words';

type CityTier = (typeof audienceDimensions.cityTier)[number];

interface City {
  name: Bilingual;
  province: Province;
  /** null outside the mainland's ranking */
  tier: CityTier | null;
}

const city = (zh: string, en: string, province: Province, tier: CityTier | null): City => ({
  name: { zh, en },
  province,
  tier,
});

/**
 * Where creators live. Tiers as in Yicai's ranking of cities by commercial appeal [C]: four of the first tier, fifteen of
 * the new first tier; below them a choice of cities that creators are known from, and not the whole ranking.
 */
export const cities = {
  beijing: city('北京', 'Beijing', 'beijing', 'tier1'),
  shanghai: city('上海', 'Shanghai', 'shanghai', 'tier1'),
  guangzhou: city('广州', 'Guangzhou', 'guangdong', 'tier1'),
  shenzhen: city('深圳', 'Shenzhen', 'guangdong', 'tier1'),
  chengdu: city('成都', 'Chengdu', 'sichuan', 'new_tier1'),
  hangzhou: city('杭州', 'Hangzhou', 'zhejiang', 'new_tier1'),
  chongqing: city('重庆', 'Chongqing', 'chongqing', 'new_tier1'),
  suzhou: city('苏州', 'Suzhou', 'jiangsu', 'new_tier1'),
  wuhan: city('武汉', 'Wuhan', 'hubei', 'new_tier1'),
  xian: city('西安', 'Xi\u2019an', 'shaanxi', 'new_tier1'),
  nanjing: city('南京', 'Nanjing', 'jiangsu', 'new_tier1'),
  changsha: city('长沙', 'Changsha', 'hunan', 'new_tier1'),
  tianjin: city('天津', 'Tianjin', 'tianjin', 'new_tier1'),
  zhengzhou: city('郑州', 'Zhengzhou', 'henan', 'new_tier1'),
  dongguan: city('东莞', 'Dongguan', 'guangdong', 'new_tier1'),
  ningbo: city('宁波', 'Ningbo', 'zhejiang', 'new_tier1'),
  qingdao: city('青岛', 'Qingdao', 'shandong', 'new_tier1'),
  hefei: city('合肥', 'Hefei', 'anhui', 'new_tier1'),
  wuxi: city('无锡', 'Wuxi', 'jiangsu', 'new_tier1'),
  xiamen: city('厦门', 'Xiamen', 'fujian', 'tier2'),
  fuzhou: city('福州', 'Fuzhou', 'fujian', 'tier2'),
  jinan: city('济南', 'Jinan', 'shandong', 'tier2'),
  dalian: city('大连', 'Dalian', 'liaoning', 'tier2'),
  shenyang: city('沈阳', 'Shenyang', 'liaoning', 'tier2'),
  harbin: city('哈尔滨', 'Harbin', 'heilongjiang', 'tier2'),
  changchun: city('长春', 'Changchun', 'jilin', 'tier2'),
  kunming: city('昆明', 'Kunming', 'yunnan', 'tier2'),
  foshan: city('佛山', 'Foshan', 'guangdong', 'tier2'),
  wenzhou: city('温州', 'Wenzhou', 'zhejiang', 'tier2'),
  quanzhou: city('泉州', 'Quanzhou', 'fujian', 'tier2'),
  nanning: city('南宁', 'Nanning', 'guangxi', 'tier2'),
  guiyang: city('贵阳', 'Guiyang', 'guizhou', 'tier2'),
  taiyuan: city('太原', 'Taiyuan', 'shanxi', 'tier2'),
  shijiazhuang: city('石家庄', 'Shijiazhuang', 'hebei', 'tier2'),
  nanchang: city('南昌', 'Nanchang', 'jiangxi', 'tier2'),
  zhuhai: city('珠海', 'Zhuhai', 'guangdong', 'tier2'),
  lanzhou: city('兰州', 'Lanzhou', 'gansu', 'tier2'),
  haikou: city('海口', 'Haikou', 'hainan', 'tier2'),
  luoyang: city('洛阳', 'Luoyang', 'henan', 'tier3'),
  yangzhou: city('扬州', 'Yangzhou', 'jiangsu', 'tier3'),
  shantou: city('汕头', 'Shantou', 'guangdong', 'tier3'),
  guilin: city('桂林', 'Guilin', 'guangxi', 'tier3'),
  sanya: city('三亚', 'Sanya', 'hainan', 'tier3'),
  mianyang: city('绵阳', 'Mianyang', 'sichuan', 'tier3'),
  hohhot: city('呼和浩特', 'Hohhot', 'inner-mongolia', 'tier3'),
  urumqi: city('乌鲁木齐', 'Urumqi', 'xinjiang', 'tier3'),
  yinchuan: city('银川', 'Yinchuan', 'ningxia', 'tier3'),
  yichang: city('宜昌', 'Yichang', 'hubei', 'tier3'),
  ganzhou: city('赣州', 'Ganzhou', 'jiangxi', 'tier3'),
  qinhuangdao: city('秦皇岛', 'Qinhuangdao', 'hebei', 'tier3'),
  weihai: city('威海', 'Weihai', 'shandong', 'tier3'),
  zunyi: city('遵义', 'Zunyi', 'guizhou', 'tier3'),
  dali: city('大理', 'Dali', 'yunnan', 'tier4_5'),
  lijiang: city('丽江', 'Lijiang', 'yunnan', 'tier4_5'),
  jingdezhen: city('景德镇', 'Jingdezhen', 'jiangxi', 'tier4_5'),
  huangshan: city('黄山', 'Huangshan', 'anhui', 'tier4_5'),
  jiuquan: city('酒泉', 'Jiuquan', 'gansu', 'tier4_5'),
  yanbian: city('延边', 'Yanbian', 'jilin', 'tier4_5'),
  lhasa: city('拉萨', 'Lhasa', 'tibet', 'tier4_5'),
  xining: city('西宁', 'Xining', 'qinghai', 'tier4_5'),
  datong: city('大同', 'Datong', 'shanxi', 'tier4_5'),
  zhangjiajie: city('张家界', 'Zhangjiajie', 'hunan', 'tier4_5'),
  hanzhong: city('汉中', 'Hanzhong', 'shaanxi', 'tier4_5'),
  mudanjiang: city('牡丹江', 'Mudanjiang', 'heilongjiang', 'tier4_5'),
  dandong: city('丹东', 'Dandong', 'liaoning', 'tier4_5'),
  'hong-kong': city('香港', 'Hong Kong', 'hong-kong', null),
  macao: city('澳门', 'Macao', 'macao', null),
  taipei: city('台北', 'Taipei', 'taiwan', null),
  tokyo: city('东京', 'Tokyo', 'overseas', null),
  singapore: city('新加坡', 'Singapore', 'overseas', null),
  sydney: city('悉尼', 'Sydney', 'overseas', null),
  london: city('伦敦', 'London', 'overseas', null),
  paris: city('巴黎', 'Paris', 'overseas', null),
  'new-york': city('纽约', 'New York', 'overseas', null),
  'los-angeles': city('洛杉矶', 'Los Angeles', 'overseas', null),
  vancouver: city('温哥华', 'Vancouver', 'overseas', null),
} as const satisfies Record<string, City>;
export type CityKey = keyof typeof cities;
export const cityKeys = Object.keys(cities) as CityKey[];
