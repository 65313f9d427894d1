import type { Ability, WorkspaceKind } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import type { IconName } from '../ui/icons';

/** A page of the workspace that one can go to. */
export interface Place {
  path: string;
  title: TextKey;
  icon: IconName;
  ability: Ability;
  /** only in workspaces of this kind; an owner of a brand has the ability as well, and nothing to do with it */
  kind?: WorkspaceKind | readonly WorkspaceKind[];
  /** only for those who have not this ability */
  without?: Ability;
  /** second key after `g` */
  shortcut?: string;
  /** reached through the place before it; the rail shows only that one */
  inside?: true;
}
