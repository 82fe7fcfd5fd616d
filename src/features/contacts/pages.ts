import type { Page } from '../../core/pages.ts';
import { PICTURE } from '../../core/pictures.ts';
import type { ContactPorts } from './ports.ts';

/** The address of a picture changes with what it shows. */
const AGE_S = 7 * 86_400;

/** Pictures that cards show. */
export function pagesOf({ house }: Pick<ContactPorts, 'house'>): readonly Page[] {
  return [
    {
      path: '/pictures/:file',
      answer: async ({ file = '' }) => {
        const id = /^([0-9a-f]{32})\.png$/.exec(file)?.[1];
        const picture = id === undefined ? undefined : await house.get(PICTURE, id);
        return picture && { type: 'image/png', body: Buffer.from(picture.png, 'base64'), maxAgeSeconds: AGE_S, isPublic: true };
      },
    },
  ];
}
