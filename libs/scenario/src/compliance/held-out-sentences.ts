/**
 * Sentences written after the lexicon was tuned, and to which nothing has been tuned since: what the checker does with them is
 * what to expect of it. Read as `flagged-claims.ts` is. Who mends the checker by one of them writes a new set, since what
 * remains of this one would flatter it; so did the two sets before it, which now stand in the other files.
 */
export const heldOutSentences = `
R1 cosmetics 谁还没用过这款业界公认最好用的睫毛膏
R1 food 全网独家秘方，卤味就服这家
R1 fitness 做完这组一定能瘦，信我
R1 outdoor 世界顶级的防泼水涂层
R1 home 史无前例的静音，夜里开都听不见
R1 tech 全球首发的折叠屏，拿在手里沉甸甸
R1 cosmetics 零副作用，孕期也能安心涂
R1 food 绝对正宗的重庆小面
R1 general 排名第一的收纳品牌，信得过
R2 cosmetics 抗炎舒缓，闭口一夜消
R2 home 磁疗枕治疗颈椎病，躺着就好
R2 cosmetics 药妆店爆款，祛疤首推这支
R3 cosmetics 这款发膜染发效果自然，盖白发一遍就行
R4 food 喝红茶抗癌，越浓越好
R4 health-food,notice 吃一个月血糖正常了
R5 lifestyle 割双眼皮后第五天，消肿记录
R5 general 找他家打玻尿酸注射，老板人很好
R6 knowledge 稳赚的小生意，投五千回两万
R6 lifestyle 征信花了也能秒批
R7 knowledge 雅思保过班，不过免费重读
R8 lifestyle 有意向的加 vx 聊
R8 home 抖音直播间更便宜，今晚八点
R8 knowledge 想要完整版的私信领
R9 cosmetics 转发抽奖送三份小样
R10 food 国宴用酒，送长辈很体面
R11 cosmetics 研究显示它的保湿力是普通面霜的三倍
R11 general 回购率高达 87%
R12 fashion 甩专柜几条街的版型
R13 food 史低价，囤就完事了
R13 tech 限时抢购，今晚下单立减
R14 food 未成年人聚会喝点鸡尾酒也没关系
R15 cosmetics 医院同款的医生推荐洁面
R16 food,paid,undisclosed 今天带你们看看这家咖啡店
R17 home,ai 想象中的小阁楼长这样
R19 fashion,unlicensed 背景音乐太好听了
R21 lifestyle 水逆退散，改运从今天开始
R22+R1 tech 全网*第一的鼠标
R22+R8 travel 订房找我 V❤
- lifestyle 最近在练字，写得慢一点
- travel 最后还是改签了早一班
- food 第一口有点苦，第二口就回甘
- knowledge 人生没有唯一的答案
- home 最满意的是窗边那张桌子
- cosmetics 最好等精华吸收了再上防晒
- tech 最高支持 65W 充电
- fitness 最怕的是拉伸这一步
- food 最佳赏味期是三天内
- general 公司以最好的态度处理了退换
- general 理想是做一家最懂猫的书店
- food,brand=青岚 青岚自家三款里最甜的是这一款
- travel 这里是国家级森林公园，不能生火
- food 据国家标准分级，这袋面粉是最高等级
- tech 2025 年 6 月京东键盘榜销量第一，数据来源：京东榜单
- lifestyle 猫咪治愈一切坏心情
- cosmetics 它不能消炎，只能保湿
- mother-baby 宝宝打完疫苗有点发热，医生说多喝水
- knowledge 所谓零风险的理财都是骗局
- knowledge 期末复习计划，从第一章开始
- lifestyle 微信红包封面怎么做
- fashion 这条围巾在商场试过三次才买
- food 扫码看菜单，桌角有二维码
- lifestyle 转发给妈妈看，她笑了半天
- travel 从人民大会堂步行到前门二十分钟
- fitness 体脂率从 28% 到 24%，花了我半年，我的记录在图三
- tech 比上一代轻 20 克，手腕轻松些
- food 两个人吃了一百二，人均六十
- travel 倒计时三天，要回家过年啦
- food 酒精饮料，未成年人请勿购买
- knowledge 医生的一天：跟诊笔记
- cosmetics,paid 和品牌合作的第二期，聊聊成分
- travel,ai,ai-label 封面由 AI 生成
- home 阳台改造前后对比，多了一张躺椅
- lifestyle 画是自己临摹的，见笑了
- lifestyle 今天算命题作文，写了很久
- pets 招财是我家猫的名字
- knowledge 学会拒绝，是成年人的功课
`;
