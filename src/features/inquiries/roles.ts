/** Who sees to inquiries: a coordinator gets what is late, so must be able to do something about it. */
export const ADVISERS = ['adviser', 'coordinator'] as const;
