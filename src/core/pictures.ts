import { z } from 'zod';
import { defineKind } from './records.ts';

/** A picture that a card shows: in the house partition, under a hash of what it shows. */
export const PICTURE = defineKind('picture', z.object({ png: z.base64() }));

/** Where a picture is got. */
export const pictureAddress = (publicUrl: string, id: string): string => `${publicUrl}/pictures/${id}.png`;
