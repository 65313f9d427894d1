import type { Category } from '../notes/categories';
import type { Bilingual } from '../notes/note';

const of = (category: Category, zh: string, en: string): { category: Category; name: Bilingual } => ({
  category,
  name: { zh, en },
});

/**
 * The second level of the category tree (`taxonomy2Tags` of the marketplace's `contentTags`, domain notes 1.1 [B]). The
 * platform does not publish its whole tree; these are ours [P], in the words creators use.
 */
export const subCategories = {
  'make-up': of('beauty', '彩妆', 'Make-up'),
  skincare: of('beauty', '护肤', 'Skincare'),
  'hair-care': of('beauty', '美发护发', 'Hair care'),
  nails: of('beauty', '美甲', 'Nails'),
  perfume: of('beauty', '香水香氛', 'Perfume'),
  'body-care': of('beauty', '身体护理', 'Body care'),
  'daily-outfits': of('fashion', '日常穿搭', 'Daily outfits'),
  petite: of('fashion', '小个子穿搭', 'Petite outfits'),
  'plus-size': of('fashion', '微胖穿搭', 'Curvy outfits'),
  'bags-shoes': of('fashion', '鞋包', 'Bags and shoes'),
  accessories: of('fashion', '配饰', 'Accessories'),
  'new-chinese': of('fashion', '新中式', 'New Chinese style'),
  'home-cooking': of('food', '家常菜', 'Home cooking'),
  baking: of('food', '烘焙甜品', 'Baking'),
  drinks: of('food', '茶饮咖啡', 'Tea and coffee'),
  'eating-out': of('food', '美食探店', 'Eating out'),
  'light-meals': of('food', '轻食减脂餐', 'Light meals'),
  snacks: of('food', '零食测评', 'Snacks'),
  'city-walks': of('travel', '城市漫步', 'City walks'),
  'domestic-trips': of('travel', '国内游', 'Domestic trips'),
  'trips-abroad': of('travel', '出境游', 'Trips abroad'),
  hotels: of('travel', '酒店民宿', 'Hotels and stays'),
  'road-trips': of('travel', '自驾游', 'Road trips'),
  decoration: of('home', '装修', 'Renovation'),
  storage: of('home', '收纳整理', 'Storage'),
  appliances: of('home', '家电', 'Appliances'),
  'rented-rooms': of('home', '租房改造', 'Rented rooms'),
  'soft-furnishing': of('home', '软装好物', 'Soft furnishing'),
  pregnancy: of('mother-baby', '孕期', 'Pregnancy'),
  feeding: of('mother-baby', '喂养辅食', 'Feeding'),
  'early-learning': of('mother-baby', '早教启蒙', 'Early learning'),
  'baby-goods': of('mother-baby', '母婴用品', 'Baby goods'),
  'family-life': of('mother-baby', '亲子日常', 'Family life'),
  cats: of('pets', '猫咪', 'Cats'),
  dogs: of('pets', '狗狗', 'Dogs'),
  'small-pets': of('pets', '异宠小宠', 'Small pets'),
  'pet-food': of('pets', '宠物食品', 'Pet food'),
  'pet-care': of('pets', '养宠知识', 'Pet care'),
  'weight-loss': of('fitness', '减脂', 'Weight loss'),
  strength: of('fitness', '力量训练', 'Strength'),
  yoga: of('fitness', '瑜伽普拉提', 'Yoga and Pilates'),
  running: of('fitness', '跑步', 'Running'),
  posture: of('fitness', '体态', 'Posture'),
  phones: of('tech', '手机', 'Phones'),
  computers: of('tech', '电脑平板', 'Computers and tablets'),
  cameras: of('tech', '相机摄影', 'Cameras'),
  'desk-setup': of('tech', '桌面搭建', 'Desk set-up'),
  apps: of('tech', '软件与AI工具', 'Apps and AI tools'),
  study: of('knowledge', '学习备考', 'Study'),
  career: of('knowledge', '职场', 'Career'),
  reading: of('knowledge', '读书', 'Reading'),
  'language-learning': of('knowledge', '外语', 'Languages'),
  money: of('knowledge', '理财', 'Money'),
  hiking: of('outdoor', '徒步登山', 'Hiking'),
  camping: of('outdoor', '露营', 'Camping'),
  cycling: of('outdoor', '骑行', 'Cycling'),
  'snow-sports': of('outdoor', '滑雪', 'Snow sports'),
  'outdoor-gear': of('outdoor', '户外装备', 'Outdoor gear'),
  'living-alone': of('lifestyle', '独居生活', 'Living alone'),
  journaling: of('lifestyle', '手账文具', 'Journaling'),
  plants: of('lifestyle', '绿植花艺', 'Plants and flowers'),
  'good-finds': of('lifestyle', '好物分享', 'Good finds'),
  couples: of('lifestyle', '情侣日常', 'Couples'),
} as const satisfies Record<string, { category: Category; name: Bilingual }>;
export type SubCategory = keyof typeof subCategories;
export const subCategoryKeys = Object.keys(subCategories) as SubCategory[];

/** The second level under one category. */
export const subCategoriesOf = (category: Category): SubCategory[] =>
  subCategoryKeys.filter((key) => subCategories[key].category === category);
