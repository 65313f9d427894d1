import {
  DirectoryMediaKit,
  MediaKitDesk,
  NewKitLinkView,
  OpenKitLink,
  SaveMediaKit,
  SeeMediaKit,
  SharedMediaKit,
} from '../media-kits';
import type { Operation } from './operation';

const tag = 'Media kits';

/** What a creator shows brands of themselves: counted here, chosen by the creator, sent as a link. */
export const mediaKitOperations = {
  mediaKit: {
    method: 'get',
    path: '/api/v1/media-kit',
    tag,
    summary: 'The media kit of this desk, all that it could show, its links and how often they were opened',
    access: { ability: 'read:orders' },
    answer: { status: 200, schema: MediaKitDesk },
    refusals: [],
  },
  saveMediaKit: {
    method: 'post',
    path: '/api/v1/media-kit',
    tag,
    summary: 'Save what the kit says and shows; links show it from the next time they are opened',
    access: { ability: 'write:orders' },
    body: SaveMediaKit,
    answer: { status: 200, schema: MediaKitDesk },
    refusals: ['creator-desk-only', 'media-kit-moved-on', 'compliance-blocks'],
  },
  openMediaKitLink: {
    method: 'post',
    path: '/api/v1/media-kit/links',
    tag,
    summary: 'Make a link to the kit for people without an account; it is shown this once',
    access: { ability: 'write:orders' },
    body: OpenKitLink,
    answer: { status: 201, schema: NewKitLinkView },
    refusals: ['creator-desk-only', 'too-many-links'],
  },
  revokeMediaKitLink: {
    method: 'delete',
    path: '/api/v1/media-kit/links/{linkId}',
    tag,
    summary: 'Close a link; it opens nothing from the next request on',
    access: { ability: 'write:orders' },
    answer: { status: 204, schema: null },
    refusals: [],
  },
  creatorMediaKit: {
    method: 'get',
    path: '/api/v1/creators/{creatorId}/media-kit',
    tag,
    summary: 'The media kit of a creator who lets brands on Poolrise see it',
    access: { ability: 'read:creators' },
    answer: { status: 200, schema: DirectoryMediaKit },
    refusals: [],
  },
  seeMediaKit: {
    method: 'post',
    path: '/api/v1/share/media-kit',
    tag,
    summary: 'Open a link: the media kit as it stands now, without signing in',
    access: { open: true },
    body: SeeMediaKit,
    answer: { status: 200, schema: SharedMediaKit },
    refusals: ['link-not-open', 'link-password-needed', 'link-password-wrong', 'too-many-attempts'],
  },
} satisfies Record<string, Operation>;
