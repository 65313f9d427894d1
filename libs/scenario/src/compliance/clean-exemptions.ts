/**
 * Sentences that hold words of the lexicon and break no rule: the exemptions of the guideline of 2023, and words inside other
 * words. Written by hand before the lexicon was tuned; read as `flagged-claims.ts` is, with a dash for no class.
 */
export const cleanExemptions = `
- food 我们会用最好的服务接待每一位客人
*- general 以最大的诚意做每一单售后
- general 品质第一、顾客第一是这家小店的理念
- travel 民宿老板说，把最真诚的服务留给住客是他的初心
- cosmetics 我们团队致力于做最温和的洁面
- food 老板的梦想是做全城最好吃的包子
*- tech 这家公司立志做世界一流的耳机
- outdoor 希望有一天能做出国内最轻的帐篷
- fashion 目标是成为年轻人的首选衬衫品牌
- cosmetics,brand=青岚 这是青岚自家系列里最清爽的一款
- tech,brand=风驰 风驰全系里续航最强的就是这一台
*- food 我们家菜单里最受欢迎的是桂花拿铁
- outdoor,brand=野径 野径家最轻的一顶帐篷，只和自家旧款比
- cosmetics 同系列里它最保湿，另外两款更清爽
- food 最佳食用时间是出炉后的半小时
- food 冷泡茶的最佳饮用期是二十四小时内
*- cosmetics 面膜最佳使用时间是晚上洗完脸
- travel 看日出的最佳观赏位置在二号平台
- food 牛排的最佳食用温度大约五十五度
- travel 赏枫的最佳时间是十一月中旬
- fashion 羊绒衫的最佳保存方法是折叠，不要挂
*- cosmetics 防晒的最佳补涂时间是每两小时一次
- food 按国家标准，这款茶属于最高等级的特级
- food 依据 GB/T 8321 的分级，它是优等品里的最高级
- general 羊毛被按行业标准分三级，这床是最高级
*- food 和牛按分级标准评到 A5，是最高级别
- food 按国标划分，这瓶酱油是特级
- food,name=最优米 最优米是这款大米的注册商标，不是自夸
- food 店名就叫“第一碗面”，开在菜场里
*- food,name=天下第一鲜 用天下第一鲜炖汤，放半勺就够
- fashion,name=绝对白 绝对白这件衬衫的名字有点酷
- pets 牌子叫“唯一”，注册商标在包装背面
- food 原料来自世界最大的可可产区之一
- food 茶叶产自海拔最高的那片老茶园，产地证在图四
*- fashion 面料选用新疆长绒棉，产区是全国最大的长绒棉基地
- food 咖啡豆的产地埃塞俄比亚，被认为是最古老的咖啡原产国
- travel 这座山是国家级自然保护区，进山要预约
- travel 景区是国家级风景名胜区，门票五十
*- food 这门手艺是国家级非物质文化遗产，师傅做了四十年
- cosmetics 这瓶香水 2024 年获得法国香水协会颁发的年度最佳女香奖
- food 2023 年被米其林指南评为最佳小馆的一家面店
- tech 荣获 2025 年中国家用电器研究院颁发的最佳能效奖
*- travel 2022 年获评文旅部全国最美乡村，牌子挂在村口
- general 2025 年 11 月天猫电饭煲类目销量第一，数据来源：天猫官方榜单截图
- food 据尼尔森 2024 年报告，全国冷泡茶销量第一
*- fashion 2025 年双十一京东衬衫热卖榜第一名，榜单截图见图五
- home 截至 2025 年 6 月本店销量最高的床品，后台数据可查
- pets 2024 年全年本市宠物店客流最大，数据来源：市宠物协会年报
- lifestyle 最近总是睡不够，周末补了一觉
*- lifestyle 最近很多人问我怎么收纳
- food 最终还是回到了白米饭
- cosmetics 试了五支，最后留下来的只有它
- travel 最初只想去两天，结果住了一周
- lifestyle 最爱的还是窗边那把旧椅子
*- food 最喜欢他们家的桂花糕
- home 入住半年，最满意的是厨房
- fitness 最难的是第一周，之后就习惯了
- knowledge 每天早上做最难的一件事
- travel 最冷的一天零下五度，记得带手套
*- outdoor 最大的风力有七级，帐篷要压好
- cosmetics 最好先在耳后试用三天
- food 面团最好醒二十分钟
- home 窗帘最好选遮光的
- lifestyle 送给最好的朋友的生日礼物
*- lifestyle 这是我们最好的时光
- fashion 最多可以穿到零下五度
- cosmetics 最少等三分钟再上粉底
- food 最低温度调到四度，放一夜
- tech 最高亮度只开一半就够用
- tech 系统更新到最新版本再操作
*- travel 最新的开放时间以公告为准
- knowledge 最重要的是坚持
- fashion 这件是衣柜里颜色最暗的一件
- home 最省事的收纳就是少买
- travel 最后一天留给博物馆
*- food 最后一口还是凉的
- knowledge 模板放在最后一张，自取
- pets 猫咪第一次洗澡全记录
- cosmetics 护肤第一步是把脸洗干净
- travel 第一天到酒店已经很晚
- cosmetics 人生第一支口红是妈妈送的
*- fitness 第一周只练两次就好
- knowledge 第一名的同学分享了他的错题本
- lifestyle 第一眼就喜欢上了这个颜色
- travel 一个人的第一站选了泉州
- food 唯一的缺点是有点甜
*- tech 唯一的不足是充电慢
- cosmetics 唯一要注意的是别蹭到衣领
- travel 去那边唯一的交通是轮渡
- lifestyle 你是我唯一的朋友
- knowledge 世界上没有绝对的自由
- knowledge 绝对值和相反数一次讲清
*- knowledge 话不要说得太绝对
- tech 充电到 100% 只要四十分钟
- fashion 成分是 100% 桑蚕丝，吊牌在图三
- food 100% 果汁，没有另外加糖，配料表见图
*- fashion 百分百纯棉，洗过有一点缩水
- travel 永久关闭的索道，现在只能走上去
- lifestyle 家里还有一辆永久自行车
- lifestyle 没有完美的一天，但有开心的一天
- knowledge 我是一个完美主义者，正在学着放下
*- home 一定要先量尺寸再下单
- cosmetics 一定要做好卸妆
- fitness 保证睡眠比多练一小时重要
- mother-baby 要保证每天的喝奶量
- home 把地板彻底拖一遍再铺地毯
*- lifestyle 周末彻底放空自己
- knowledge 这部片拿了冠军，讲的是女排
- fitness 省运会冠军带我们做热身
- travel 世界级的风景，拍出来像假的
- fashion 极致简约的一套，只有黑和白
*- tech 极端天气下电池掉电会快
- knowledge 终极目标是早点退休
- outdoor 比赛里他一路遥遥领先
- lifestyle 首选当然是睡觉，其次才是看剧
- travel 我的首选是坐高铁
- food 没有最好吃，只有更合口味
- cosmetics 不是最好用的，但是最省心
*- general 它算不上顶级，胜在便宜
- cosmetics 别信什么最有效，护肤没有捷径
- knowledge 凡是写着国家级的广告都要小心
- cosmetics 看到“100%有效”的宣传要警惕
- knowledge 广告法规定不能用“最佳”“第一品牌”这类词
*- lifestyle 商家说自己全网第一，我劝你别信
`;
