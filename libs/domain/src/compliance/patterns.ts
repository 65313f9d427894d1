import type { GoodsKind } from './compliance';

/** A claim that no list of words holds: an expression that is only looked for where one of its cues stands. */
export interface ClaimPattern {
  rule: string;
  /** without one of these in the text it cannot match */
  cues: readonly string[];
  /** bounded everywhere, so that no text makes it slow */
  pattern: RegExp;
  /** what makes it harmless, looked for in the sentence around it */
  unless?: RegExp;
  /** what makes it harmless wherever in the note it stands */
  unlessAnywhere?: RegExp;
  goods?: readonly GoodsKind[];
  instead?: string;
  /** written so as not to be found */
  evades?: true;
  /** neither "not" before it nor a warning around it makes it harmless */
  whatever?: true;
}

const words = (text: string): string[] => text.split(' ');
const shops = '(?:淘宝|天猫|京东|拼多多|抖音|快手|闲鱼|唯品会|当当|得物)';
const sourced =
  /来源|数据来自|检测报告|报告编号|测试报告|\d+\s?人(?:测试|试用|参与)|据[^,。]{1,24}(?:报告|数据|榜单)|官方榜单|样本/;
const ofOneself = /我的|本人|个人|自己打|自测/;
const advised = /医院|就医|医生|遵医嘱|门诊|医师/;
const dated = /\d{1,2}\s?月|\d{1,2}\s?[日号]|\d{1,2}\.\d{1,2}|\d{1,2}[点:]|截止|结束时间/;
const disease = '(?:湿疹|皮炎|痤疮|黄褐斑|妊娠纹|癣|红血丝|色素沉着|痘痘肌病|痛经|关节炎|腰椎间盘突出|鼻炎)';
const healthGoods = ['cosmetics', 'food', 'health-food', 'medical', 'baby', 'alcohol'] as const;

/** Claims about goods. */
const claims: readonly ClaimPattern[] = [
  {
    rule: 'medical-terms',
    cues: words('湿疹 皮炎 痤疮 黄褐斑 妊娠纹 癣 红血丝 色素沉着 痛经 关节炎 腰椎间盘突出 鼻炎'),
    pattern: new RegExp(
      `${disease}[^。!?\\n]{0,8}?(?:没了|好了|有救|淡[到了化]|消[失了退]|退了|根治|治好|告别|不见)|(?:告别|根除|消除|祛除|去除|搞定|拯救|赶走)[^。!?\\n]{0,4}${disease}`,
      'g',
    ),
    unless: advised,
    goods: ['cosmetics', 'food', 'baby', 'general', 'alcohol'],
  },
  {
    rule: 'health-claims',
    cues: words('血压 血糖 血脂 停药 药都停'),
    pattern: /(?:血压|血糖|血脂)(?:就|都|也)?(?:稳了|平稳多了|降了|下来了|正常了)|药都?停了|可以停药/g,
    unless: advised,
    goods: ['food', 'health-food', 'alcohol'],
  },
  {
    rule: 'absolute-terms',
    cues: ['唯一'],
    pattern: /(?:市面上|国内|全国|行业内?|目前)唯一(?:的|能|一[款个家])?/g,
    instead: '少见',
  },
  {
    rule: 'absolute-terms',
    cues: ['保证'],
    pattern: /保证[^,。!?\n]{0,4}?(?:瘦|白|不长痘|不过敏|不反弹|见效|有效)/g,
    unless: /保证.{0,2}(?:睡眠|休息|营养)/,
  },
  {
    rule: 'absolute-terms',
    cues: ['本店', '全市', '本市', '全城', '全省'],
    pattern: /(?:本市|全市|全城|全省|本省)[^,。!?\n]{0,6}?(?:最大|第一|唯一|最多|最全)/g,
  },
  {
    rule: 'finance',
    cues: ['年化', '翻了', '翻倍'],
    pattern:
      /年化(?:收益)?[^,。\n]{0,4}?\d+(?:\.\d+)?\s?%\s?(?:起|以上|保底|稳拿)|(?:本金|收益)[^,。\n]{0,3}翻倍/g,
  },
  {
    rule: 'education',
    cues: ['保证', '签'],
    pattern: /保证[^,。!?\n]{0,4}?(?:提分|提高\d+分|上岸|录取|拿证|过级)|百分[之]?百(?:下签|出签|过)/g,
  },
  {
    rule: 'unsourced-data',
    cues: words('% 倍 成的 成以上 成用户'),
    pattern:
      /(?:满意度|满意率|好评率|回购率|复购率|有效率|提升|提高|增加|减少|降低|改善|淡化|下降|增长)(?:了|高达|达到|约|达)?\s?\d+(?:\.\d+)?\s?(?:%|倍)|\d+(?:\.\d+)?\s?%\s?(?:的|以上)?[^,。\n]{0,4}?(?:用户|顾客|人|妈妈|女生|铲屎官|消费者|满意|好评|回购)|\d+(?:\.\d+)?\s?%的[^,。\n]{1,6}?(?:都|认为|觉得|表示|反馈)|[六七八九]成(?:以上)?的?(?:人|用户|铲屎官|妈妈|女生|顾客)/g,
    unless: ofOneself,
    unlessAnywhere: sourced,
  },
  {
    rule: 'unsourced-data',
    cues: words('研究表明 研究显示 研究证明 临床证明 临床验证 临床证实 实验证明 科学证明'),
    pattern: /(?:研究(?:表明|显示|证明)|临床(?:证明|验证|证实)|实验证明|科学证明)/g,
    unlessAnywhere: sourced,
  },
  {
    rule: 'testimonial',
    cues: words('医生 医师 专家 药师 营养师 护士 教授 主任 院士'),
    pattern:
      /(?:皮肤科|儿科|妇科|协和|三甲(?:医院)?|专科|主治)?(?:医生|医师|专家|药师|营养师|护士|教授|主任|院士)们?(?:都|也)?(?:推荐|力荐|强推|自用|私藏|在[用吃喝]|同款|背书|认证|认可)/g,
    unless: /不要相信|没有医生|不代表|医生推荐我(?:做|去|多|少|休)/,
    goods: healthGoods,
  },
  {
    rule: 'testimonial',
    cues: words('患者 病友 医院同款 老病号'),
    pattern: /患者(?:反馈|亲测|见证|自述|都说)|(?:老)?病友们?(?:亲测|都说|推荐|反馈)|医院同款|老病号/g,
    goods: healthGoods,
  },
  {
    rule: 'sensitive-images',
    cues: words('对比'),
    pattern:
      /(?:使用|用|涂|术|减肥|痘痘|护肤|健身|周|月|天)?(?:前后|用前用后|术前术后|前和[^,。]{0,3}后)的?对比[图照]?/g,
  },
];

/** What a note does besides: leads away, baits, compares, prices, speaks to minors. */
const conduct: readonly ClaimPattern[] = [
  {
    rule: 'diversion',
    cues: ['vx', 'wx', '加v', '+v'],
    pattern:
      /(?<![a-z0-9])(?:加|\+)?\s?(?:vx|wx)(?![a-z0-9])\s?[::]?\s?[a-z0-9_-]{0,20}|加我?\s?v(?![a-z0-9])/g,
    unless: /iphone|型号|款/,
    whatever: true,
    instead: '',
  },
  {
    rule: 'diversion',
    cues: ['v', '+'],
    pattern: /(?<![a-z0-9])v\s?[❤♥💗💕💚💙🧡]|\+\s?v(?![a-z0-9])/gu,
    evades: true,
    whatever: true,
    instead: '',
  },
  {
    rule: 'diversion',
    cues: words('幺 一三 一五 一八 零 〇'),
    pattern:
      /(?<![幺一二三四五六七八九零〇0-9])[幺一][三四五六七八九][幺一二三四五六七八九零〇]{9}(?![幺一二三四五六七八九零〇0-9])/g,
    evades: true,
    whatever: true,
    instead: '',
  },
  {
    rule: 'diversion',
    cues: words('13 14 15 16 17 18 19'),
    pattern: /(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    unless: /订单号|单号|快递/,
    whatever: true,
    instead: '',
  },
  {
    rule: 'diversion',
    cues: words('淘宝 天猫 京东 拼多多 抖音 快手 闲鱼 唯品会 当当 得物'),
    pattern: new RegExp(
      `(?:去|上|到|在)${shops}[^,。!?\\n]{0,4}?(?:搜|买|下单|拍|拼)|${shops}(?:同名|同号|搜|店铺?|旗舰店|直播间?|橱窗|链接|下单|有售|小店|同款|更便宜|官方店)`,
      'g',
    ),
    whatever: true,
    instead: '',
  },
  {
    rule: 'diversion',
    cues: words('私信 私聊 二维码 扫码 链接'),
    pattern:
      /私[信聊](?:我)?[^,。!?\n]{0,3}?(?:领|要|拿|发你|发链接|报价|下单)(?!取地址)|扫码[^,。!?\n]{0,2}?(?:进群|加我|领|入群|咨询)|链接(?:在|挂)[^,。!?\n]{0,3}?(?:主页|淘宝|简介|评论)/g,
    unless: /以外的都可以/,
    whatever: true,
    instead: '',
  },
  {
    rule: 'bait',
    cues: words('关注 扣1 评论 转发 三连 点赞 免费送 点个赞'),
    pattern:
      /点赞[^,。!?\n]{0,4}?关注[^,。!?\n]{0,2}?[送领抽]|关注(?:我|后|就|即)?[,]?[^,。!?\n]{0,4}?(?:领|送你|送)(?!货|达|到)|转发[^,。!?\n]{0,6}?(?:抽|送)|扣1(?![\d分])|评论区?(?:留|扣|打)[^,。!?\n]{0,8}[,]?[^,。!?\n]{0,4}?(?:挨个|送|领|发你)|三连[^。!?\n]{0,6}?(?:送|领|免费)|点赞(?:收藏)?(?:过|满|破)[^,。!?\n]{1,5}|关注后评论/g,
    whatever: true,
    instead: '',
  },
  {
    rule: 'disparagement',
    cues: words('吊打 碾压 完爆 秒杀 几条街 条街 智商税 垃圾 有毒'),
    pattern:
      /(?:吊打|完爆)[^,。!?\n]{1,8}|碾压(?!式|局)[^,。!?\n]{1,8}|秒杀(?:同类|大牌|专柜|一众|所有|其他)[^,。!?\n]{0,6}|甩[^,。!?\n]{0,8}?条街|(?:其他|其它|别的|别家|同类|市面上)(?:品牌|牌子|产品|家)?[^,。!?\n]{0,8}?(?:智商税|垃圾|有毒|坑人)|别再买(?:大牌|专柜|贵妇)[^,。!?\n]{0,4}/g,
  },
  {
    rule: 'disparagement',
    cues: ['比某', '比大牌', '比专柜'],
    pattern: /比(?:某[^,。!?\n]{1,4}|大牌|专柜)[^,。!?\n]{0,4}?(?:好|强|香|值|便宜|管用)[^,。!?\n]{0,6}/g,
  },
  {
    rule: 'price',
    cues: ['原价'],
    pattern: /原价\s?:?\s?¥?\s?\d+/g,
    unless: /凭证|专柜价|吊牌价|成交价|标价/,
  },
  {
    rule: 'price',
    cues: words('限时 最后一天 倒计时 秒杀'),
    pattern:
      /限时(?:抢购|秒杀|特价|优惠)|限量秒杀|最后一天(?=[啦了,!]|[^,。]{0,4}(?:优惠|福利|活动|抢|买))|倒计时(?:开始|了|中|\d)/g,
    unless: dated,
  },
  {
    rule: 'minors',
    cues: words('小学生 初中生 高中生 中学生 未成年 儿童 小公主 小朋友 岁'),
    pattern:
      /(?:小学生|初中生|高中生|中学生|未成年人?|儿童|小公主|[四五六七八九4-9]岁)[^。!?\n]{0,12}?(?:口红|粉底|彩妆|腮红|眼影|美甲|化妆|香水|白酒|啤酒|果酒|红酒|鸡尾酒|减肥|医美)|儿童(?:彩妆|口红|美甲)/g,
    unless: /请勿|禁止|不要|不宜|不能|不卖|不建议|勿/,
  },
  {
    rule: 'minors',
    cues: ['学生'],
    pattern: /学生[^。!?\n]{0,4}?(?:能贷|可贷|贷款|借款|分期|下款)/g,
    unless: /警惕|不要|别|拒绝|远离/,
  },
  {
    rule: 'minors',
    cues: words('代言 推荐官 带货'),
    pattern: /(?:[四五六七八九4-9]岁|萌娃|童星|宝宝)[^。!?\n]{0,5}?(?:代言|推荐官|带货)/g,
  },
  {
    rule: 'state-symbols',
    cues: words('国徽 国旗 军徽 军旗 人民大会堂 国务院'),
    pattern:
      /(?:印|绣|贴|带)(?:着|有)?[^,。!?\n]{0,3}?(?:国徽|国旗|军徽|军旗)|(?:人民大会堂|国务院)[^,。!?\n]{0,4}?(?:专用|特供|指定|推荐)/g,
  },
  {
    rule: 'rights',
    cues: words('侵删 侵权删 图源网络 来自网络 图来自'),
    pattern:
      /图(?:片)?(?:源|来自|来源)[::]?\s?(?:网络|某书|互联网|百度)|侵(?:权)?(?:即|必|请联系)?删(?:除)?|如有侵权/g,
    whatever: true,
  },
];

export const claimPatterns: readonly ClaimPattern[] = [...claims, ...conduct];
/** Every cue once. */
export const patternCues: readonly string[] = [...new Set(claimPatterns.flatMap(({ cues }) => cues))];
