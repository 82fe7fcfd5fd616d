import { labelsOf } from '../../../core/labels.ts';

const none = labelsOf({});

export { none as caseLabels, none as chooseLabels, none as noticeLabels, none as tagLabels };
