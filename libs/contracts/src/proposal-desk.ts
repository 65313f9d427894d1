import { z } from 'zod';
import { contactStates } from './agencies';
import { pageQuery } from './paging';
import { proposalItemsMax, SeeSharedProposal } from './proposals';
import { cents } from './text';

const language = z.enum(['zh-CN', 'en']).default('zh-CN');

export const ProposalsQuery = z.strictObject({
  ...pageQuery,
  /** yes: only what was put away; otherwise only what was not */
  archived: z.enum(['yes', 'no']).default('no'),
});
export type ProposalsQuery = z.infer<typeof ProposalsQuery>;
export const SharedProposalsQuery = z.strictObject(pageQuery);
export type SharedProposalsQuery = z.infer<typeof SharedProposalsQuery>;

/** Puts a proposal away, or back. Links of one that was put away open nothing until it is back. */
export const ArchiveProposal = z.strictObject({ archived: z.boolean() }).meta({ id: 'ArchiveProposal' });
export type ArchiveProposal = z.infer<typeof ArchiveProposal>;

export const ProposalPdfQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
  language,
});
export type ProposalPdfQuery = z.infer<typeof ProposalPdfQuery>;
export const SharedProposalPdfQuery = z.strictObject({ language });
export type SharedProposalPdfQuery = z.infer<typeof SharedProposalPdfQuery>;
/** `version` is the one on the screen: a newer one is told and not printed in its place. */
export const PrintSharedProposal = SeeSharedProposal.extend({
  version: z.int().min(1).max(10_000),
  language,
}).meta({ id: 'PrintSharedProposal' });
export type PrintSharedProposal = z.infer<typeof PrintSharedProposal>;

const Rates = z.object({ imageCents: cents.nullable(), videoCents: cents.nullable() });
/** What a creator costs: as published, and as the agency has it from them. */
export const CreatorTerms = z
  .object({
    items: z.array(
      z.object({
        creatorId: z.uuid(),
        published: Rates,
        /** null: not in the resource pool, or no pool to look into */
        own: Rates.extend({ rebateBasisPoints: z.int(), state: z.enum(contactStates) }).nullable(),
      }),
    ),
  })
  .meta({ id: 'CreatorTerms' });
export type CreatorTerms = z.infer<typeof CreatorTerms>;
export const AskCreatorTerms = z
  .strictObject({ creatorIds: z.array(z.uuid()).min(1).max(proposalItemsMax) })
  .meta({ id: 'AskCreatorTerms' });
export type AskCreatorTerms = z.infer<typeof AskCreatorTerms>;
