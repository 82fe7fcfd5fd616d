/** What a button does, as a card holds it. */
export interface Button {
  readonly type: 'Action.Execute' | 'Action.OpenUrl';
  readonly title: string;
  readonly [rest: string]: unknown;
}

type Look = 'default' | 'positive' | 'destructive';

/** A button that sends nothing but its own data: what stands in the card's inputs is left there. */
export function press(
  title: string,
  verb: string,
  of: { readonly data: Readonly<Record<string, string | number>>; readonly style?: Look },
): Button {
  return { type: 'Action.Execute', title, verb, data: of.data, style: of.style ?? 'default', associatedInputs: 'none' };
}

/** Whether a browser can open it. */
export const isLink = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** A button that opens an address; none for what is no web address. */
export function opener(title: string, url: string, style: Look = 'default'): Button[] {
  return isLink(url) ? [{ type: 'Action.OpenUrl', title, url: url.trim(), style }] : [];
}
