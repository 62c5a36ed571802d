import type {
  Contact,
  Content,
  Definition,
  Edition,
  Facts,
  Field,
  Form,
  List,
  Notice,
  Procedure,
  Provision,
  Section,
  Source,
  Table,
} from './nodes.ts'

/** Facts of a clause of which nothing is known yet. */
export const noFacts: Facts = {
  modality: null,
  actors: [],
  recipients: [],
  action: null,
  deadlines: [],
  trigger: null,
  threshold: null,
  condition: null,
  citations: [],
  local: [],
  forms: [],
  evidence: [],
}

/** An edition of which nothing is printed. */
export const noEdition: Edition = {version: null, date: null, review: null, owner: null}

/** A place in the document at `path`; every field not given is null. */
export const source = (path: string, at: Partial<Omit<Source, 'path'>> = {}): Source => ({
  path,
  line: null,
  page: null,
  paragraph: null,
  sheet: null,
  cell: null,
  ...at,
})

const nowhere = source('')
const bare = {id: '', fingerprint: '', number: null, leadIn: null, source: nowhere, ...noFacts}

type Given<T extends {type: string}> = Partial<Omit<T, 'type' | 'text' | 'children'>>

/** A provision with `text`; what is not given is unknown (null or empty). */
export const provision = (text: string, given: Given<Provision> = {}): Provision => ({
  type: 'provision',
  ...bare,
  text,
  ...given,
})

/** A definition of `term`, whose whole printed text is `text`. */
export const definition = (term: string, text: string, given: Omit<Given<Definition>, 'term'> = {}): Definition => ({
  type: 'definition',
  ...bare,
  text,
  term,
  ...given,
})

/** A form field labelled `text`. */
export const field = (text: string, given: Given<Field> = {}): Field => ({
  type: 'field',
  ...bare,
  text,
  item: null,
  control: 'unknown',
  required: false,
  options: [],
  ...given,
})

/** A contact entry for `who`, whose whole printed text is `text`. */
export const contact = (who: string, text: string, given: Omit<Given<Contact>, 'who'> = {}): Contact => ({
  type: 'contact',
  ...bare,
  text,
  who,
  ...given,
})

/** A section; depth 1 and no known kind unless given. */
export const section = (
  title: string,
  children: readonly Content[],
  given: Omit<Given<Section>, 'title'> = {},
): Section => ({
  type: 'section',
  title,
  number: null,
  kind: null,
  depth: 1,
  ...given,
  children: [...children],
})

/** A list of steps under its lead-in. */
export const list = (
  leadIn: string | null,
  children: readonly Content[],
  given: Omit<Given<List>, 'leadIn'> = {},
): List => ({type: 'list', leadIn, ordered: false, ...given, children: [...children]})

/** A table of clauses, one a row. */
export const table = (
  head: readonly string[],
  children: Table['children'],
  given: Omit<Given<Table>, 'head'> = {},
): Table => ({type: 'table', use: 'plain', caption: null, ...given, head, children})

/** A form. */
export const form = (
  title: string | null,
  children: readonly Content[],
  given: Omit<Given<Form>, 'title'> = {},
): Form => ({type: 'form', title, ...given, children: [...children]})

/** A notice box of a kind. */
export const notice = (
  kind: Notice['kind'],
  title: string,
  text: string,
  given: Omit<Given<Notice>, 'kind' | 'title'> & {children?: readonly Content[]} = {},
): Notice => ({
  type: 'notice',
  kind,
  title,
  text,
  citations: [],
  ...given,
  children: [...(given.children ?? [])],
})

/** A procedure of `authority` on `topic`. */
export const procedure = (
  authority: string,
  topic: string,
  children: readonly Content[],
  given: Omit<Given<Procedure>, 'authority' | 'topic'> = {},
): Procedure => ({
  type: 'procedure',
  authority,
  topic,
  title: '',
  edition: noEdition,
  unread: [],
  ...given,
  children: [...children],
})
