/** The steps of a proposal, which the audit log names. */

/** A step that leaves a proposal pending: one of two confirmations, or one of the two addresses. */
export type OpenStep = 'confirmed' | 'confirmed-old' | 'confirmed-new';
/** `applied`: the change is made. */
export type FinalStep = 'applied' | 'rejected' | 'withdrawn';
export type ProposalStep = OpenStep | FinalStep;
