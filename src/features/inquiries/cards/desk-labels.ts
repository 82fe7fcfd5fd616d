import { labelsOf } from '../../../core/labels.ts';

const none = labelsOf({});

export {
  none as awayLabels,
  none as deskLabels,
  none as figuresLabels,
  none as logLabels,
  none as routesLabels,
  none as topicRoutesLabels,
};
