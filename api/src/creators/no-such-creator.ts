import { Refused } from '../http/refused';

/** Nobody in the directory has this id; `field` says where the id stood. */
export const noSuchCreator = (field = 'path.creatorId'): Refused =>
  new Refused('not-found', { field, detail: 'There is no creator with this id.' });
