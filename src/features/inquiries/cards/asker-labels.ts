import { labelsOf } from '../../../core/labels.ts';

const none = labelsOf({});

export {
  none as answerLabels,
  none as askedLabels,
  none as formLabels,
  none as looseLabels,
  none as mineLabels,
  none as publishedLabels,
  none as receiptLabels,
  none as referralLabels,
  none as statusLabels,
  none as writeLabels,
};
