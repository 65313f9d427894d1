import type en from '../en';
import type { Translation } from '../text-key';
import { account } from './account';
import { clients, contacts } from './agencies';
import { agency } from './agency';
import { audience } from './audience';
import { boosts } from './boosts';
import { budgets } from './budgets';
import { briefTemplates } from './brief-templates';
import { campaigns } from './campaigns';
import { charts } from './charts';
import { claims } from './claims';
import { climb } from './climb';
import { common } from './common';
import { compliance } from './compliance';
import { growth } from './growth';
import { guidance } from './guidance';
import { creatorDesk } from './creator-desk';
import { creatorProfile } from './creator-profile';
import { creators } from './creators';
import { credibility } from './credibility';
import { desks } from './desks';
import { imports } from './imports';
import { lift } from './lift';
import { matching } from './matching';
import { media } from './media';
import { mediaKit } from './media-kits';
import { notes } from './notes';
import { observed } from './observed';
import { observedCreators } from './observed-creators';
import { offers } from './offers';
import { oneMore } from './one-more';
import { orderDraft } from './order-draft';
import { orderInvite } from './order-invite';
import { orderSample } from './order-sample';
import { orderTerms } from './order-terms';
import { orderWords } from './order-words';
import { orders } from './orders';
import { overview } from './overview';
import { policies } from './policies';
import { policyDesk } from './policy-desk';
import { policyReplay } from './policy-replay';
import { professional } from './professional';
import { problems } from './problems';
import { proposals, share } from './proposals';
import { quarantine } from './quarantine';
import { approvals } from './approvals';
import { races } from './races';
import { rewards } from './rewards';
import { rules } from './rules';
import { replay } from './replay';
import { recruitments } from './recruitments';
import { reports } from './reports';
import { reviews } from './reviews';
import { settings } from './settings';
import { shell } from './shell';
import { searchWords } from './search-words';
import { shortlists } from './shortlists';
import { signIn } from './sign-in';
import { earnings } from './earnings';
import { statement } from './statement';
import { topics } from './topics';
import { trust } from './trust';
import { usageRights } from './usage-rights';
import { rewardDesk } from './reward-desk';
import { voucherDesk } from './voucher-desk';
import { voucherPlan } from './voucher-plan';
import { where } from './where';
import { violations } from './violations';
import { wallet } from './wallet';
import { why } from './why';
import { write } from './write';

const zh: Translation<typeof en> = {
  common,
  shell,
  problems,
  signIn,
  earnings,
  statement,
  account,
  overview,
  notes,
  observed,
  observedCreators,
  offers,
  oneMore,
  claims,
  creators,
  settings,
  policies,
  policyDesk,
  policyReplay,
  replay,
  reports,
  reviews,
  searchWords,
  shortlists,
  quarantine,
  charts,
  climb,
  creatorDesk,
  creatorProfile,
  audience,
  boosts,
  races,
  agency,
  approvals,
  rules,
  clients,
  contacts,
  campaigns,
  budgets,
  orders,
  orderWords,
  orderDraft,
  compliance,
  growth,
  professional,
  guidance,
  orderInvite,
  orderSample,
  orderTerms,
  briefTemplates,
  rewardDesk,
  voucherDesk,
  topics,
  recruitments,
  rewards,
  usageRights,
  desks,
  proposals,
  share,
  imports,
  lift,
  matching,
  media,
  mediaKit,
  voucherPlan,
  where,
  violations,
  wallet,
  trust,
  credibility,
  why,
  write,
};
export default zh;
