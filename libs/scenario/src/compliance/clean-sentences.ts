/** Everyday sentences near a rule that break none; written and read as `clean-exemptions.ts` is. */
export const cleanSentences = `
- lifestyle 治愈系的小房间，傍晚最好看
- travel 海边的风很治愈
*- pets 每天被猫治愈
- food 一碗热汤治愈了一天的疲惫
- cosmetics 它只是护肤品，不能治疗痘痘，严重请看医生
- cosmetics 没有消炎作用，泛红的时候我会停用
*- cosmetics 护肤品不是药，别指望它有疗效
- cosmetics 敏感肌换季先做局部测试
- cosmetics 用下来没有泛红，也没有闷痘，仅代表我的肤质
- cosmetics 我连续用了四周，感受是更水润，因人而异
- cosmetics 我用过里更适合油皮的一支
- tech 电影的特效镜头很震撼
*- cosmetics 万圣节特效妆教程来了
- tech 高效学习的桌面就长这样
- knowledge 强效记忆法？其实就是多复习
- food 生姜红枣水，冬天喝着暖和
- food 本品不能代替药物，吃饭还是第一位
- health-food,notice,fn=增强免疫力 这款批准的功能是有助于增强免疫力，蓝帽编号在图二
*- health-food,notice 每天两粒，记得吃饭，均衡饮食更要紧
- health-food,notice,fn=有助于控制体内脂肪 有助于控制体内脂肪，配合运动和饮食
- health-food,notice 给爸妈买的钙片，片剂不大，容易咽
- cosmetics,reg=国妆特字20240001 美白精华用了两个月，特证号写在图三
- cosmetics,reg=国妆特字20251234 防晒霜补涂不搓泥，特证编号在包装背面
*- cosmetics 通勤防晒我会带伞和帽子
- fashion 防晒衣轻薄透气，塞包里不占地方
- outdoor 徒步一天，防晒霜记得补涂
- food 不做医美，也能慢慢变好看
- lifestyle 妈妈做完手术第三天，想给她煲点汤
*- lifestyle 吃药期间不喝酒，处方药一定遵医嘱
- mother-baby 坚持母乳喂养的第六个月
- mother-baby 宝宝湿疹去医院看了，医生让先保湿
- medical 不舒服请及时就医，不要自己买药
- knowledge 理财有风险，收益不保证，量力而行
*- knowledge 没有稳赚不赔的理财，先存应急金
- knowledge 记账一年，把高收益三个字从心里划掉
- knowledge 警惕“零风险高回报”的骗局
- lifestyle 躺平一天也不丢人
- knowledge 考研上岸经验：没有押题，只有真题
*- knowledge 没有哪家机构能包过，自己学最踏实
- knowledge 雅思备考三个月，口语从五分到六分半
- knowledge 别信保录取的中介，都是套路
- mother-baby 陪孩子读绘本，慢慢来
- lifestyle 微信读书里存了一百本书
*- tech 手机里的微信占了十个 G，清理方法来了
- lifestyle 和爸妈视频用的是微信
- food 有问题评论区问我，看到都会回
- cosmetics 想看细节的可以私信我，看到就回
- travel 停车要扫码缴费，十元一小时
*- food 进店扫码点单，人多要等位
- tech 抖音和小红书的剪辑习惯不太一样
- fashion 在商场试过再买，尺码偏大
- home 京东大楼旁边的花市周末开门
- lifestyle 威信这个词今天才会写
*- lifestyle 她在同学里很有威信
- travel 加我一个，周末一起去爬山
- food 给奶茶加点微苦的抹茶
- travel 电话预约时间是早上九点到下午五点
- knowledge 手机号换绑的步骤记录一下
- lifestyle 欢迎收藏，下次再聊
*- lifestyle 喜欢的话点个赞，谢谢你看到这里
- food 关注天气，下雨天记得收衣服
- home 抽奖抽到一台吸尘器，运气不错
- food 食谱免费分享，图四可以直接存
- lifestyle 扣子掉了怎么缝，看这一条
*- knowledge 转发给需要的同学就好
- travel 路过人民大会堂，在广场拍了日落
- travel 天安门升国旗要早上四点到
- outdoor 部队大院长大的朋友带我去爬山
- knowledge 国家机关考试的报名流程
*- travel 军事博物馆一天逛不完
- cosmetics 九成满意，扣分在泵头，只是我的打分
- cosmetics 据 2024 年第三方检测报告，锁水力提升 12%，报告编号见图四
- fitness 我的体脂三个月降了 3%，记录在图二
- food 含糖量 5%，配料表在图三
*- tech 电量剩 20% 时会提醒
- home 打了八折，省了 20%
- cosmetics 品牌公布的数据：28 天细纹减少 12%，30 人测试，来源见图六
- food 水和米的比例大概 1 比 1.2
- fashion 比去年那件薄一点，春天穿正好
*- tech 比我的旧手机轻了三十克
- cosmetics 比较适合干皮，油皮可以等夏天再看
- home 和另一款对比，这台噪音小，吸力差不多
- food 个人口味，觉得比上次那家淡一些
- pets 换粮要七天，新旧慢慢混
*- fashion 活动期 6.1 到 6.18，到手价 199 元，以页面为准
- food 限时优惠到 11 月 30 日 24 点结束
- travel 春节假期最后一天返程，人不多
- fashion 原价 299 是今年三月的专柜价，凭证见图五，现价 239
- home 预算三千，花了两千六
*- food 人均六十，两个人吃得很饱
- tech 倒计时器是做饭的好帮手
- lifestyle 手慢一点也没关系，按自己的节奏来
- mother-baby 宝宝的面霜没有香精，图三是成分表
- mother-baby 小学生书包怎么选，重量最要紧
*- mother-baby 孩子写作业的台灯
- food 未成年人请勿饮酒，这瓶给大人
- food 果酒度数不高，成年人小酌
- knowledge 大学生记账的三个习惯
- fashion 学生党也能穿的平价卫衣
*- cosmetics 大学四年的护肤习惯
- lifestyle 医生建议我每天走八千步
- lifestyle 牙科医生说牙线比牙签好
- knowledge 采访了一位急诊科医生的一天
- food 营养师朋友教我看配料表
*- lifestyle 陪外婆去医院复查，一切都好
- knowledge 专家访谈整理，观点供参考
- cosmetics,paid 合作分享：这支防晒我用了三周
- food,gift,label 品牌赠送，如实写感受
- fashion,gift,self-declared 利益相关：品牌朋友送的围巾
*- tech,link,ad 广告：链接里的平板我用了半年
- food,affiliate,ad 广告，购物车里的茶壶就是图里这只
- home 自己花钱买的，没有合作
- lifestyle 和朋友合作完成了一幅画
- travel 非广告，自费住了两晚
*- knowledge 学校送的笔记本用到了现在
- general,ai,ai-label 图二由 AI 生成，仅作示意
- fashion,ai,ai-label 穿搭插画是 AI 辅助画的
- travel,ai 本图由AI生成，只为示意路线
- tech 用 AI 整理会议纪要的三个步骤
*- knowledge AI 生成的摘要要自己核对一遍
- home 装修前后对比，墙面刷了奶油白
- home 收纳前后对比，桌面空了一半
- lifestyle 头发剪短前后对比，轻松多了
- pets 洗澡前后对比，小狗像换了一只
*- home,before-after 老厨房改造记录
- travel 照片都是自己拍的，没有调色
- lifestyle,licensed 配乐来自有授权的曲库
- knowledge 图源：自己画的思维导图
- fashion,consent 模特是我妹妹，已同意出镜
*- food 图片用手机拍的，灯光有点黄
- food,title 十分钟做好一周的早餐便当
- food,title 春日限定！樱花拿铁三种喝法
- tech,title My desk setup for 2026, part 2
- travel,images=18 三天两夜的照片都在这里了
*- cosmetics,body=1000 护肤流程写得很细
- home,topics=10 收纳之后终于能看见桌面了
- travel 去寺里走走，请了一串平安符当纪念
- lifestyle 算了，命里没有就不强求
- knowledge 开光圈和快门的关系，一图看懂
*- food 招财猫咖啡店，拉花很可爱
- fashion 微胖女生的通勤穿搭
- fashion 梨形身材怎么选裤子
- lifestyle 三十岁，一个人也过得很好
- pets 辟谣：猫咪不能喝牛奶
*- knowledge 单词刷完一遍，接下来刷真题
- knowledge 买彩色铅笔，送了一本素描纸
- lifestyle 翻墙角的旧箱子，找到了小时候的照片
- food 最、佳、第一这些字我都不写，只说味道
- tech iPhone VX 系列？不，是我打错了型号
*- outdoor 薇甘菊是入侵植物，别带回家
- lifestyle 醉后第二天的一碗粥
- fashion 綠色的連衣裙很顯白，日常穿也可以
- food 這家店的湯很清，適合冬天
- knowledge zuì 这个音节有四个常用字
*- tech 屏幕分辨率 1920 乘 1080，够用
- travel 订单号 13812345678901，入住时报一下
- food 一人食的晚饭，番茄锅底
- home 客厅终于装好了，光线很好
- outdoor 夜里下雨，帐篷没有进水
*- fitness 今天跑了五公里，配速六分半
- mother-baby 给宝宝做的第一口辅食是米糊
- pets 狗狗学会了握手
- fashion 黑色大衣配白色运动鞋
- cosmetics 这个色号偏橘，黄皮可以试试
*- cosmetics 洗完脸先上水，再上乳
- food 茶汤清亮，回甘来得慢
- travel 早班高铁，窗外都是雾
- knowledge 把目标写小一点
- lifestyle 换了一盏暖光台灯
`;
