import { Injectable, StreamableFile } from '@nestjs/common';
import type {
  PrintSharedProposal,
  ProposalPdfQuery,
  ProposalView,
  SharedProposal,
  SharedProposalPdfQuery,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import type { Visitor } from '../accounts/link-keys';
import { Db } from '../db/db';
import { attachment } from '../http/attachment';
import { isoInstant } from '../http/paging';
import { drawPdf } from '../pdf/draw-pdf';
import { LinkDoor } from './link-door';
import { type PrintedProposal, proposalPaper } from './paper/proposal-paper';
import { proposalView, sharedView } from './proposals.queries';
import { refuseMovedOn } from './proposals.service';

type Language = ProposalPdfQuery['language'];

/**
 * Proposals as files. What is printed is read and noted down in one transaction; it is drawn after that, while others work.
 */
@Injectable()
export class ProposalFilesService {
  constructor(
    private readonly db: Db,
    private readonly door: LinkDoor,
  ) {}

  /** Any version, for those who write proposals. @throws Refused not-found */
  async ofVersion(
    workspaceId: string,
    personId: string,
    proposalId: string,
    { version, language }: ProposalPdfQuery,
    now = new Date(),
  ): Promise<StreamableFile> {
    const printed = await this.db.inWorkspace(workspaceId, async (tx) => {
      const view = await proposalView(tx, proposalId, version);
      await downloaded(
        tx,
        { workspaceId, personId, subjectId: proposalId },
        { version: view.version, language },
      );
      return ofView(view, await editionOf(tx, view));
    });
    return fileOf(printed, language, now);
  }

  /** What was shared, for members of the room. @throws Refused not-found */
  async ofShared(
    workspaceId: string,
    personId: string,
    proposalId: string,
    { language }: SharedProposalPdfQuery,
    now = new Date(),
  ): Promise<StreamableFile> {
    const shared = await this.db.inWorkspace(workspaceId, async (tx) => {
      const view = await sharedView(tx, proposalId, null);
      await downloaded(
        tx,
        { workspaceId, personId, subjectId: proposalId },
        { version: view.version, language },
      );
      return view;
    });
    return fileOf(ofSharedView(shared), language, now);
  }

  /** What a link opens. @throws Refused as LinkDoor.enter, and proposal-moved-on */
  async ofLink(ask: PrintSharedProposal, visitor: Visitor, now = new Date()): Promise<StreamableFile> {
    const { version, language, ...key } = ask;
    const link = await this.door.enter(key, visitor);
    await this.door.countFile(visitor, now);
    const { id: linkId, workspaceId, proposalId: subjectId } = link;
    const shared = await this.db.inWorkspace(workspaceId, async (tx) => {
      const view = await sharedView(tx, subjectId, link.expiresAt);
      refuseMovedOn(view.version, version, '/version');
      await downloaded(tx, { workspaceId, personId: null, subjectId }, { linkId, version, language });
      return view;
    });
    return fileOf(ofSharedView(shared), language, now);
  }
}

/** Who took which version away, in the trail. */
const downloaded = (
  tx: EntityManager,
  who: { workspaceId: string; personId: string | null; subjectId: string },
  detail: { version: number; language: Language; linkId?: string },
): Promise<void> => audit(tx, { ...who, action: 'proposal.downloaded', detail });

async function fileOf(proposal: PrintedProposal, language: Language, now: Date): Promise<StreamableFile> {
  const pdf = await drawPdf(proposalPaper(proposal, language, now));
  const edition = language === 'en' ? `v${proposal.version}` : `第${proposal.version}版`;
  const name = `${proposal.name} ${edition}`;
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    disposition: attachment(name, `proposal-v${proposal.version}`, 'pdf'),
    length: pdf.length,
  });
}

/** Where a version stands and when it was shared, else written. */
interface Edition {
  workspace: string;
  kind: string;
  at: string;
  isShared: boolean;
}

async function editionOf(tx: EntityManager, { id, version }: ProposalView): Promise<Edition> {
  const [edition] = await tx.query<Edition[]>(
    `select workspace.name as workspace, workspace.kind, ${isoInstant('coalesce(shared_at, written_at)')} as at,
       shared_at is not null as "isShared"
     from proposal_version join workspace on workspace.id = workspace_id where proposal_id = $1 and version = $2`,
    [id, version],
  );
  if (!edition) throw new Error('a version of a proposal stands in no workspace');
  return edition;
}

function ofView(view: ProposalView, { workspace, kind, at, isShared }: Edition): PrintedProposal {
  const { name, version, message, figures, items, comments } = view;
  const ofClient = kind === 'client';
  return { name, workspace, ofClient, version, message, figures, items, comments, at, isShared };
}

const ofSharedView = ({
  sharedAt,
  writtenAt: _,
  openUntil: __,
  ...view
}: SharedProposal): PrintedProposal => ({
  ...view,
  at: sharedAt,
  isShared: true,
});
