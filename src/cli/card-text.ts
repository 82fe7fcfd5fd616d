/** A button of a card, as it is pressed. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An input of a card. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** What may be chosen; empty where one writes freely. */
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly many: boolean;
  readonly required: boolean;
  /** Stands there already. */
  readonly value: string;
  readonly errorMessage: string;
}

/** A card as a terminal shows it. */
export interface CardText {
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
  readonly fields: readonly Field[];
}

type Element = Readonly<Record<string, unknown>>;

/** Where a card keeps what stands within something, in the order that it is read. */
const CHILDREN = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'facts', 'actions'] as const;

/** The words of a rendered card line by line, its buttons and its inputs. What is hidden is left out. */
export function readCard(card: Element): CardText {
  const read = { lines: [] as string[], buttons: [] as Button[], fields: [] as Field[] };
  walk(card, read);
  return read;
}

function walk(element: Element, read: { lines: string[]; buttons: Button[]; fields: Field[] }): void {
  if (element.isVisible === false) return;
  const type = textOf(element, 'type');
  const line = lineOf(element, type);
  const pressed = elementsIn(element, 'selectAction');
  if (line !== '') read.lines.push(line);
  if (type.startsWith('Input.')) read.fields.push(fieldOf(element, type));
  if (type === 'Action.Execute' || type === 'Action.Submit') read.buttons.push(buttonOf(element));
  // The whole of it is one button, and the button's title says what stands in it.
  if (pressed.length > 0) for (const action of pressed) walk(action, read);
  else for (const child of CHILDREN.flatMap((key) => elementsIn(element, key))) walk(child, read);
}

function lineOf(element: Element, type: string): string {
  if (type === 'TextBlock' || type === 'TextRun') return plain(textOf(element, 'text'));
  if (type === 'Image') return textOf(element, 'altText');
  if (type === 'Action.OpenUrl') return `${textOf(element, 'title')}: ${textOf(element, 'url')}`;
  if (type === '' && 'title' in element && 'value' in element)
    return `${plain(textOf(element, 'title'))}: ${plain(textOf(element, 'value'))}`;
  return '';
}

function buttonOf(element: Element): Button {
  const data = isElement(element.data) ? element.data : {};
  const { verb: inData, ...rest } = data;
  return { title: textOf(element, 'title'), verb: textOf(element, 'verb') || String(inData ?? ''), data: rest };
}

function fieldOf(element: Element, type: string): Field {
  const toggle = type === 'Input.Toggle';
  const valueOn = textOf(element, 'valueOn') || 'true';
  const valueOff = textOf(element, 'valueOff') || 'false';
  const choices = elementsIn(element, 'choices').map((choice) => ({ title: textOf(choice, 'title'), value: textOf(choice, 'value') }));
  return {
    id: textOf(element, 'id'),
    label: textOf(element, 'label') || textOf(element, 'title') || textOf(element, 'placeholder'),
    choices: toggle ? [{ title: 'ja', value: valueOn }].concat({ title: 'nei', value: valueOff }) : choices,
    many: element.isMultiSelect === true,
    required: element.isRequired === true,
    value: textOf(element, 'value') || (toggle ? valueOff : ''),
    errorMessage: textOf(element, 'errorMessage'),
  };
}

/** Text of a card without its Markdown: no escapes, no emphasis, links written out. */
export function plain(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/g, '$1 ($2)')
    .replace(/(?<!\\)\*\*((?:\\.|[^*\\])+)\*\*/g, '$1')
    .replace(/\\([\\*_[\]`~#>+\-.)])/g, '$1')
    .replace(/\n{2,}/g, '\n');
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function elementsIn(element: Element, key: string): Element[] {
  const value = element[key];
  return (Array.isArray(value) ? value : [value]).filter(isElement);
}

function textOf(element: Element, key: string): string {
  const value = element[key];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
