/** What can be asked of a list: see `domain/lists.ts`, where new code imports it from. */

export {
  type AnswerClock,
  DESKS,
  type Desk,
  type ListFilter,
  type ListQuery,
  SORTS,
  type Sort,
} from '../../domain/lists.ts';
