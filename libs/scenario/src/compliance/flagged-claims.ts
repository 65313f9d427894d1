/**
 * Sentences of notes that break a rule, written by hand before the lexicon was tuned. One a line: the classes expected, what is
 * known of the note (see `read-sentences.ts`), the sentence. A star marks those held out: nothing was tuned to them.
 */
export const flaggedClaims = `
R1 cosmetics 油皮姐妹听我的，这就是全网最好用的防晒，没有之一
R1 cosmetics 国家级配方加持，涂上脸就知道贵在哪里
*R1 cosmetics 号称面霜界的第一品牌，用完我彻底服了
R1 food 这家的冷泡茶是杭州最好喝的，不接受反驳
R1 general 全国首家做到 24 小时到货的家居品牌
R1 general 行业领先的降噪技术，戴上就听不见地铁
*R1 tech 这块屏幕做到了世界领先的水平
R1 cosmetics 销量第一的精华水果然名不虚传
R1 food 选用最优质的奶源，口感没得挑
R1 general 殿堂级的做工，拿在手里就知道不一样
R1 cosmetics 顶级成分堆满，贵妇面霜的平替
*R1 general 这是市面上唯一一款不掉毛的地毯
R1 food 100%有效的控糖早餐，照着吃就行
R1 cosmetics 敏感肌也能用，绝对不会过敏
R1 cosmetics 一整天都不脱妆，完美无瑕的底妆就靠它
*R1 general 史无前例的折叠结构，收起来只有一本书大
R1 cosmetics 纯天然植物提取，孕妇宝宝都能放心
R1 food 零添加的酱油，给宝宝做饭就选它
R1 general 这把椅子的腰靠是同价位里最强的
R1 fitness 跟着这套动作练，保证瘦十斤
*R1 cosmetics 无任何副作用，烂脸期也能天天敷
R1 general 独一无二的香调，闻过的人都来问链接
R1 travel 云南最值得入住的民宿就是这家
R1 tech TOP1 的投影仪，卧室党直接闭眼入
R1 tech 这款耳机在音质上排名第一
*R1 fashion 最高级的羊绒质感，摸上去像云朵
R1 fashion 巅峰之作，一件风衣穿二十年
R1 home 永不褪色的窗帘，洗了三年还像新的
R1 cosmetics 独家秘方熬出来的发膜，香港阿姨都在囤
R1 pets 猫主子的首选猫粮，闻到就冲过来
*R1 pets 国内最专业的宠物洗护团队研发
R1 cosmetics 我用过最好用的卸妆油就是它
R1 cosmetics 28 天永久定型的睫毛，出水芙蓉不晕染
R1 home 万能清洁剂，一瓶解决全家的油污
R1 cosmetics 获得最佳口碑奖的一支口红
R1 general 双十一销量全网第一的电饭煲
*R1 general 本店是本市规模最大的绘本馆
R1 outdoor 遥遥领先的防水面料，暴雨里走三小时都不湿
R2 cosmetics 这瓶精华能治疗痘痘，三天就平了
R2 cosmetics 涂一晚就消炎，红肿全退
*R2 cosmetics 药妆级别的修护力，换季烂脸靠它
R2 cosmetics 坚持用它，黄褐斑真的淡到看不见
R2 food 每天一杯姜枣茶，痛经治愈了
R2 cosmetics 抗敏抗炎双重功效，泛红姐妹冲
*R2 cosmetics 激活干细胞，让皮肤自己长出胶原
R2 cosmetics 医用级面膜，术后也能敷
R2 home 这款床垫能治疗腰椎间盘突出
R2 cosmetics 祛疤效果惊人，剖腹产的印子都没了
R2 cosmetics 一周告别湿疹，宝宝不再抓挠
*R2 mother-baby 宝宝的湿疹涂它三天就根治
R2 food 这款酵素排毒养颜，喝完通体舒畅
R2 cosmetics 械字号和妆字号双证，比医院开的还管用
R2 cosmetics 头皮抗真菌，脂溢性皮炎有救了
R2 cosmetics 生发效果看得见，发缝都窄了
*R2 cosmetics 细胞再生科技，熬夜脸一夜回春
R2 cosmetics 溶脂瘦脸霜，双下巴一个月没了
R3 cosmetics 坚持涂一个月，美白淡斑肉眼可见
R3 cosmetics 祛斑就认准它，雀斑淡了一大半
*R3 cosmetics 用了两瓶防脱洗发水，掉发明显少了
R3 cosmetics 在家自己染发，颜色比沙龙还正
R3 cosmetics 三周美白两个度，冷白皮速成
R3 cosmetics 淡斑精华早晚各一次，晒斑慢慢没了
*R3 cosmetics 这支身体乳美白效果很顶，夏天敢穿短裤了
R3 cosmetics,product 军训防晒就带它，SPF50 一支管够
R4 health-food 吃了它降三高，爸妈的药都停了
R4 health-food 增强免疫力全靠这瓶，全家不感冒
*R4 food 这款苦荞茶降血糖效果很好，糖友必囤
R4 food 每天一勺，抗癌防癌从早餐开始
R4 health-food 有效率高达九成的护肝片
R4 health-food,notice 祖传秘方调理，比吃药管用
R4 health-food,fn=增强免疫力,notice 软糖助眠效果一绝，十分钟入睡
*R4 health-food 可以代替药物的一款鱼油
R4 food 喝一周血压就稳了，降血压不用吃药
R4 health-food 每天两粒葡萄籽，气色好起来了
R4 health-food,notice 无效退款，给爸妈买得放心
R5 mother-baby 接近母乳的配方，宝宝喝了不闹
*R4 food 根治便秘的黑芝麻丸，老人小孩都能吃
R4 health-food,notice 预防疾病从一勺蛋白粉开始
R5 cosmetics 周末去打了水光针，脸嫩得能掐出水
R5 cosmetics 割双眼皮恢复期记录第七天
*R5 general 热玛吉一次顶三年，姐妹团购更划算
R5 medical 减肥药真的能瘦，一个月掉二十斤
R5 general 这家医美机构做线雕，全程无痛
R5 general 玻尿酸注射找这位医生，不肿不疼
*R5 fitness 抽脂后第三十天，腰围小了两圈
R5 general 不用做手术，近视治愈就靠这台仪器
R5 mother-baby 试管包成功，不成功不收费
R5 lifestyle 这款电子烟口味清爽，女生也能抽
*R5 cosmetics 肉毒和瘦脸针一起打，下颌线出来了
R5 medical 处方药也能代买，私聊报价
R6 knowledge 稳赚不赔的副业，新手也能做
R6 knowledge 保本保收益，闲钱放这里就对了
*R6 knowledge 零风险高回报的理财，跟着买就行
R6 knowledge 日赚三百，在家动动手指
R6 knowledge 普通人躺赚的五个渠道，月入过万不是梦
R6 lifestyle 无视征信，当天秒批到账
*R6 knowledge 我跟着老师荐股，三个月翻了一倍
R6 knowledge 信用卡套现教程，低费率
R6 tech 虚拟货币这样买，年化收益 30% 起
R6 knowledge 内部消息，这只基金下周要涨
R7 knowledge 报班就包过，不过退全款
R7 knowledge 命题人亲授，押题必中
*R7 knowledge 保录取的留学方案，名校随便挑
R7 knowledge 雅思保分班，七分起步
R7 knowledge 有内部名额，四级保过
R7 knowledge 百分百下签，签证交给他们就行
*R7 knowledge 跟着这位阅卷老师学，考研必过
R7 knowledge 保offer的求职陪跑，大厂直通
R7 mother-baby 报了这个班，孩子三个月保证提分 50
R7 knowledge 移民包下签，拒签全退
R8 lifestyle 想要教程的加微信 lin2026
R8 fashion 衣服链接在淘宝搜“小林家”
*R8 fashion 同款去拼多多搜店名就能找到
R8 knowledge 资料私信领取，先到先得
R8 food 扫码进群，每天发优惠
R8 knowledge 需要的姐妹看我主页有惊喜
*R8 travel 订房打 13812345678 报我名字
R8 knowledge 合作请加 VX：tea_lin
R8 general 抖音同名，直播间价格更低
R8 food 闲鱼同款更便宜，搜“冷泡壶”
*R22+R8 general 加我薇信，备注小红书
R8 fashion weixin 同号，上新先看朋友圈
R8 food 京东旗舰店下单，第二天就到
R8 knowledge 二维码在最后一张图，长按识别
R9 lifestyle 点赞关注送同款发夹
R9 knowledge 想看下期的扣1，满一百就更
*R9 food 关注我领取全套食谱
R9 cosmetics 转发抽奖，明晚开十支口红
R9 lifestyle 不转不是姐妹，快发给她看
R9 lifestyle 评论区留“想要”，我挨个送
*R9 mother-baby 三连加关注，免费送绘本一套
R9 food 0元购火锅底料，关注后评论
R9 lifestyle 收藏点赞过五百，立刻出教程
R10 food 国家机关专供的白茶，外面喝不到
R10 general 特供酒，懂的都懂
*R10 food 人民大会堂国宴专用的矿泉水
R10 outdoor 部队特供的压缩饼干，顶饱
R10 general 国家领导人推荐的保温杯
R10 home 军区专供毛毯，质量没话说
*R10 food 国务院指定用茶，送礼有面子
R10 fashion 印着国徽的卫衣，爱国又好看
R11 cosmetics 98%用户满意，回购率惊人
R11 cosmetics 28天细纹减少 43%，数据不会骗人
*R11 pets 九成以上的铲屎官都说好
R11 cosmetics 临床证明保湿力提升 3 倍
R11 food 研究表明，喝它的人睡得更香
R11 general 好评率高达 99.8%
*R11 cosmetics 经检测锁水力提升120%
R11 fitness 80%的人练一周就看到变化
R12 cosmetics,rival=兰芝 吊打兰芝，便宜还好用
R12 general 甩大牌几条街的吸尘器
*R12 food 比某巴克好喝一百倍，别再交智商税了
R12 cosmetics 秒杀同类产品的遮瑕力
R12 tech,rival=小米 比小米的做工强太多，小米就是垃圾
R12 cosmetics 完爆专柜大牌，别再买贵妇面霜了
*R12 home 其他品牌的扫地机都是智商税
R12 pets 碾压进口猫粮，别家的都有毒
R13 fashion 全网最低价，错过等一年
R13 general 原价 999，现在只要 199
*R13 cosmetics 限时抢购，手慢无
R13 food 最后一天啦，再不买就涨价
R13 cosmetics 史低价，闭眼囤
R13 general 倒计时开始，冲就对了
*R13 fashion 全网底价，买贵包退
R13 home 原价 1299 的床品四件套，直播间一折
R13 fashion 最后一波福利，错过不再
R14 cosmetics 小学生也能用的口红，颜色很乖
R14 food 高中生聚会就喝这款果酒，微醺刚好
*R14 knowledge 大学生也能贷，身份证就下款
R14 cosmetics 初中生开学第一支粉底液
R14 general 七岁萌娃代言，妈妈们放心买
R14 cosmetics,minors 腮红这样打，减龄又可爱
*R14 cosmetics 未成年也可以做的美甲款式
R14 cosmetics 儿童彩妆盘，小公主的生日礼物
R15 cosmetics 皮肤科医生推荐的修护霜
R15 health-food,notice 三甲医院专家力荐，吃得安心
*R15 food 营养师都在吃的减脂餐包
R15 cosmetics 协和医生自用的身体乳
R15 medical 老病友亲测，关节不疼了
R15 mother-baby 儿科医生推荐的益生菌
*R15 cosmetics 药师私藏的祛黑头方法，配这款泥膜
R15 health-food,notice 患者反馈血糖平稳多了
R16 cosmetics,gift,undisclosed 品牌寄来的面霜用了两周，说说感受
R16 food,paid,undisclosed 和茶品牌合作的一期，早餐搭配
*R16 fashion,affiliate,undisclosed 冬天外套合集，喜欢的可以看看
R16 tech,discount,undisclosed 内部价买的平板，用了半年
R16 home,employee,undisclosed 我们公司新出的香薰，味道很清
R16 cosmetics,undisclosed 感谢品牌方赠送的精华，用完来汇报
*R16 food,link,self-declared 早餐机测评，链接挂在下面
R16 pets,undisclosed 用我的专属优惠码下单能便宜二十
R17 general,ai 给客厅做了三版配色，你们选哪版
R17 fashion,ai 今天的穿搭灵感来自雨后的街
*R17 travel,ai 梦里的山谷，像不像童话
R17 cosmetics,ai 模特上脸的效果图放在第二张
R17 food,ai 这碗面的海报我画了一晚
R17 lifestyle,ai 给猫猫做了一组写真
R18 cosmetics,before-after 坚持护肤一个月，记录一下
R18 cosmetics 用前用后对比图在第三张，差别自己看
*R18 fitness 十二周前后对比照，腰线出来了
R18 lifestyle,wound 手上的口子第五天
R18 lifestyle,needle 今天去做了护理，过程拍给你们
R18 cosmetics,before-after 左边是三月，右边是现在
*R18 cosmetics 痘痘前后对比，第四张很明显
R19 travel 图源网络，侵删
R19 lifestyle,unlicensed 剪了一段旅行视频，配了喜欢的歌
*R19 fashion,no-consent 街拍到一位很会穿的姐姐
R19 home,unlicensed 海报字体好看吧，找了好久
R19 food 图片来自网络，如有侵权请联系删除
R19 pets,no-consent 店里遇到的小朋友和猫，太可爱了
*R19 travel 图来自某书，侵权删
R20 food,title 十分钟做好一周的早餐便当还能保证每天不重样的完整攻略
R20 travel,images=19 三天两夜的照片都在这里了
*R20 cosmetics,body=1001 护肤流程写得很细
R20 home,topics=11 收纳之后终于能看见桌面了
R20 tech,title 这台平板用了三年之后我把所有优点和缺点都写在这里
R20 fashion,body=1400 今天聊聊大衣
R21 home 开光的手串，招财转运
R21 lifestyle 改运就靠这块水晶，戴上就旺
*R21 lifestyle 大师算命很准，水逆退散
R21 fashion 胖子别买，穿上像桶
R21 fashion 土肥圆穿什么都没用
R21 lifestyle 年薪百万以下的别来沾边
*R21 fashion 穷人才背帆布包
R21 lifestyle 女人三十嫁不出去怪谁
R21 lifestyle 下注之前先看这篇，稳
R21 knowledge 代写论文，三天交稿
*R21 general 专业刷单，好评返现
R21 home 辟邪摆件放玄关，家宅平安
R22+R1 cosmetics 这支防晒真的zui好用
R22+R1 food 全城蕞好吃的生煎
*R22+R1 general 国*家*级工艺，摸一下就懂
R22+R1 cosmetics 绝绝对对有效，烂脸都能救
R22+R1 food 最🍓好喝的草莓奶昔
R22+R8 knowledge 想要资料的 v❤ 我
R22+R8 general ➕V 领清单
*R22+R8 fashion 加我徽信拿内部价
R22+R8 knowledge 加 w e i x i n 拉你进群
R22+R2 cosmetics 治 疗痘肌的小绿瓶
R22+R2 cosmetics 祛·疤膏推荐
*R22+R1 tech 頂級做工，手感没话说
R22+R1 cosmetics 絕对不会过敏的面霜
R22+R8 general 电话幺三八一二三四五六七八
R22+R1 fashion 第①品牌的羊绒
`;
