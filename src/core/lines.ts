/** A text on a card and how it looks. Templates draw them one below the other. */
export interface Line {
  readonly text: string;
  readonly style: 'default' | 'heading';
  readonly size: 'Default' | 'Medium' | 'Small';
  readonly weight: 'Default' | 'Bolder';
  readonly color: string;
  readonly isSubtle: boolean;
  readonly spacing: 'None' | 'Small' | 'Default' | 'Medium';
}

type Look = Partial<Omit<Line, 'text'>>;

const PLAIN: Omit<Line, 'text'> = {
  ...{ style: 'default', size: 'Default', weight: 'Default', color: 'Default', isSubtle: false, spacing: 'Small' },
};
const SUBTLE = { isSubtle: true, size: 'Small', spacing: 'None' } as const;

/** The lines that a text makes: none for no text. */
export const line = (text: string, look: Look = {}): Line[] => (text === '' ? [] : [{ ...PLAIN, ...look, text }]);
export const heading = (text: string): Line[] => line(text, { style: 'heading', size: 'Medium', weight: 'Bolder' });
/** A heading within a card. */
export const subheading = (text: string): Line[] => line(text, { style: 'heading', weight: 'Bolder', spacing: 'Medium' });
export const subtle = (text: string, look: Look = {}): Line[] => line(text, { ...SUBTLE, ...look });
