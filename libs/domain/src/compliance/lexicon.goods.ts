import type { GoodsKind } from './compliance';
import type { TermGroup } from './lexicon';

const notMedical: readonly GoodsKind[] = ['cosmetics', 'food', 'baby', 'alcohol', 'general'];
const onSkin: readonly GoodsKind[] = ['cosmetics', 'baby'];
const eaten: readonly GoodsKind[] = ['food', 'health-food', 'baby', 'alcohol'];

/** Medical and health terms, lists B, C and D of the domain notes; which goods they are claims of stands with each. */
export const goodsTerms: readonly TermGroup[] = [
  {
    rule: 'medical-terms',
    list: 'B',
    goods: notMedical,
    terms: `治疗= 治愈= 疗效=使用感受 根治= 包治= 药到病除= 祛疤= 祛痘印=打理痘印 生发= 止脱= 医用级=温和的 医学护肤=日常护肤 药妆级=日常的 药妆=护肤品 药用=日用
      医疗级=温和的 抗病毒= 抗真菌= 杀菌消炎= 妙手回春= 一夜回春= 起死回生= 排毒养颜=清爽 消肿止痛= 活血化瘀= 去腐生肌=`,
    unless: `治愈系 很治愈 被治愈 治愈了一天 治愈了我 治愈人心 治愈感 太治愈 好治愈 治愈力 治愈的一 治愈瞬间 治愈时刻 治愈自己 治愈生活 自我治愈 治愈我 治愈心情 真治愈 超治愈 被猫治愈 治愈日常 治愈周末
      音乐治疗 艺术治疗 心理治疗师 药用植物园 生发票 发生发展 先生发 学生发 花生发 卫生发 医生发 产生发 根治理 从根治理 根治污 根治欠薪`,
  },
  {
    rule: 'medical-terms',
    list: 'B',
    goods: onSkin,
    terms: `消炎=舒缓 抗炎=舒缓 抗菌=清洁 抗敏=温和 脱敏=温和 防敏=温和 抗过敏=温和 干细胞= 细胞再生= 细胞修复=保湿 dna修复= 激素脸= 抗生素= 处方= 械字号= 妆字号械字号= 换肤=
      溶脂= 瘦脸= 丰胸= 减肥= 排毒=清洁 解毒= 活血= 速效= 特效= 强效=温和 神效= 奇效= 立竿见影=慢慢来 一天见效= 三天见效= 七天见效= 华佗= 扁鹊= 张仲景= 李时珍= 皮肤再生= 胶原再生=`,
    unless:
      '特效妆 特效镜头 电影特效 特效化妆 特效师 不含激素 不含抗生素 排毒期是 瘦脸修容 瘦脸刘海 华佗路 瘦脸滤镜 瘦脸针 溶脂针 减肥药 配方处方 抗菌砧板',
  },
  {
    rule: 'special-cosmetics',
    list: 'B',
    goods: ['cosmetics'],
    terms: '美白 祛斑 淡斑 防脱 祛黄美白 染发 烫发 冷烫 美白淡斑',
    unless: '美白灯 美白牙 牙齿美白 染发前 烫发前 染发后 烫发后 染发受损 不美白 美白滤镜',
  },
  {
    rule: 'special-cosmetics',
    list: 'B',
    goods: ['cosmetics'],
    onRecord: true,
    terms: '防晒',
    unless: '防晒衣 防晒帽 防晒伞 防晒服',
  },
  {
    rule: 'health-claims',
    list: 'C',
    goods: eaten,
    terms: `降三高= 降血糖= 降血压= 降血脂= 抗癌= 防癌= 抗癌防癌= 抗肿瘤= 预防疾病= 预防癌症= 增强性功能= 壮阳= 安全无毒副作用= 无毒副作用= 无效退款= 祖传秘方=家常做法 代替药物= 替代药物= 比吃药管用=
      有效率= 治愈率= 护肝= 养肝护肝= 清肺排毒= 软化血管= 通便排毒=`,
    unless:
      '不能代替药物 不可代替药物 不能替代药物 不可替代药物 不代替药物 更有效率 有效率地 很有效率 没有效率 高有效率',
  },
  {
    rule: 'health-claims',
    list: 'C',
    goods: ['health-food'],
    terms: '治疗= 治愈= 疗效= 根治= 药到病除=',
    unless: '治愈系 很治愈',
  },
  {
    rule: 'health-claims',
    list: 'C',
    goods: eaten,
    approvable: true,
    terms: '增强免疫力 提高免疫力 提升免疫力 增强抵抗力 改善睡眠 减肥 抗氧化 缓解疲劳 延缓衰老 美容养颜',
    unless: '减肥期 减肥餐 减肥中 在减肥 减肥日记 要减肥 减肥的朋友 减肥药 减肥第 减肥人 减肥打卡 减肥党',
  },
  {
    rule: 'health-claims',
    list: 'C',
    goods: ['health-food'],
    approvable: true,
    terms: '助眠 安神 养胃 补血 补肾 排毒 祛湿 瘦身 明目',
  },
  {
    rule: 'medical-goods',
    list: 'D',
    terms: `医美= 水光针= 玻尿酸注射= 肉毒素= 肉毒= 瘦脸针= 线雕= 热玛吉= 超声炮= 光子嫩肤= 溶脂针= 割双眼皮= 双眼皮手术= 隆鼻= 隆胸= 抽脂= 吸脂= 冻干粉注射= 手术日记= 恢复期记录= 代孕= 试管包成功=
      选性别= 处方药= 减肥药= 伟哥= 近视治愈= 近视手术= 母乳替代= 替代母乳= 代替母乳= 接近母乳= 媲美母乳= 包成功的试管=`,
    unless: '不能代替母乳 不能替代母乳 肉毒杆菌中毒 处方药店',
  },
  {
    rule: 'tobacco',
    list: 'I',
    terms: '电子烟= 烟油= 烟弹= 上头电子烟=',
    unless: '油烟油 吸油烟油 抽油烟油',
  },
];
