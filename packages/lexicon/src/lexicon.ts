import type {Bound, Comparison, Control, Modality, TimeUnit} from '@hedgerow/ast'

/** Where an entry comes from: a document, a page, the contract, or "house" for a choice of ours that is argued in the entry's note. */
interface Sourced {
  readonly source: string
}

/** One marker of force: `must` → obligation. Phrases are matched on whole lower-case words; the longest phrase wins. */
export interface ModalityMarker extends Sourced {
  readonly marker: string
  readonly modality: Modality | 'none'
  /** `start`: it binds only where a clause begins (`do not`, `never`). */
  readonly place?: 'start'
}

/** A closed class of words that reading a clause rests on: prepositions, verbs of telling, heads of a Who column. */
export interface WordClass extends Sourced {
  readonly class: string
  readonly words: readonly string[]
}

/** A kind of section and the headings councils give it. `topics` empty = in common to all topics. `weight` in [0, 1]: how much its provisions count in the rule score. */
export interface SectionKind extends Sourced {
  readonly kind: string
  readonly title: string
  readonly topics: readonly string[]
  readonly headings: readonly string[]
  /** Words whose frequency in the body suggests the kind when the heading says nothing known. */
  readonly cues: readonly string[]
  readonly weight: number
  /** For front-matter boxes: the notice kind a heading like this stands for. */
  readonly notice?: string
}

/** A role and every term for it. `rank` orders roles within an agency (higher = more senior; null = no rank). */
export interface Role extends Sourced {
  readonly role: string
  readonly title: string
  readonly terms: readonly string[]
  readonly agency: string
  readonly rank: number | null
  /** A team or body rather than a person: a local name may stand for it. */
  readonly team?: boolean
  /** Keys under `local` in an authority.yaml, beside the role's own id, whose names are this role there. */
  readonly local?: readonly string[]
}

/** An agency that roles belong to. `crosses`: it works on both sides of an authority's boundary. */
export interface Agency extends Sourced {
  readonly agency: string
  readonly title: string
  readonly crosses: boolean
}

export interface UnitTerm extends Sourced {
  readonly term: string
  readonly unit: TimeUnit
  /** How many of `unit` one `term` is: fortnight = 2 weeks. */
  readonly times: number
  /** After a number the term is itself a frequency: six-weekly. */
  readonly every?: boolean
}

/** A small word class of a grammar, by name: `modals`, `fillers`. */
export interface WordList extends Sourced {
  readonly list: string
  readonly words: readonly string[]
}

export interface NumberWord extends Sourced {
  readonly word: string
  readonly value: number
}

/** A phrase that is a limit by itself: `immediately`, `same day`, `quarterly`, `by the end of the next working day`. */
export interface FixedDuration extends Sourced {
  readonly phrase: string
  /** Other phrases for the same limit. */
  readonly also: readonly string[]
  readonly value: number
  readonly unit: TimeUnit
  readonly bound: Bound
  readonly iso: string
}

export interface BoundPhrase extends Sourced {
  readonly phrase: string
  readonly bound: Bound
  /** Such a limit stands even where the words before it speak of an absence or of retention. */
  readonly strict?: boolean
}

/** What a clock starts from, with the phrases that name it. */
export interface EventTerm extends Sourced {
  readonly event: string
  readonly phrases: readonly string[]
}

export interface Durations {
  readonly units: readonly UnitTerm[]
  readonly numbers: readonly NumberWord[]
  readonly fixed: readonly FixedDuration[]
  readonly bounds: readonly BoundPhrase[]
  readonly events: readonly EventTerm[]
  /** Phrases directly after an amount that bound it where none before it does: `at the latest`, `before`. */
  readonly afterBounds: readonly BoundPhrase[]
  /** Words that make an amount no deadline: directly before it (`last`), directly after it (`old`), or governing it (`retained`). */
  readonly notDeadlines: readonly ({
    readonly phrase: string
    readonly where: 'before' | 'after' | 'governs'
  } & Sourced)[]
  /** Table headers under which a bare amount is a limit. */
  readonly heads: readonly ({readonly head: string; readonly bound: Bound} & Sourced)[]
  readonly lists: readonly WordList[]
}

export interface Triggers {
  /** What is counted: episode → episode(s), occasion(s), time(s), missing incident(s). */
  readonly counted: readonly ({readonly of: string; readonly terms: readonly string[]} & Sourced)[]
  readonly comparisons: readonly ({
    readonly phrase: string
    readonly op: Comparison
    readonly where: 'before' | 'after'
  } & Sourced)[]
  readonly ordinals: readonly ({readonly word: string; readonly value: number} & Sourced)[]
  /** What a threshold is about: hours-missing, age, grade; with the words that name it. */
  readonly measures: readonly ({
    readonly of: string
    readonly terms: readonly string[]
    /** The term stands after the amount (`two hours overdue`), or says of one that something is done after that it ran on (`ten days in a row`). */
    readonly where?: 'after' | 'run'
    /** The numbers that can be this where no unit is printed. */
    readonly least?: number
    readonly most?: number
  } & Sourced)[]
  /** `rank` orders the grades of one scheme, weakest first. */
  readonly grades: readonly ({
    readonly grade: string
    readonly scheme: string
    readonly rank: number
    readonly terms: readonly string[]
  } & Sourced)[]
  /** Counts said in one word: once, twice. */
  readonly adverbs: readonly NumberWord[]
  /** Days that one unit of a window counts as. */
  readonly windows: readonly ({readonly unit: TimeUnit; readonly days: number} & Sourced)[]
  readonly lists: readonly WordList[]
}

/** One dated edition of a cited work. */
export interface Vintage {
  readonly year: number
  readonly from: string
  readonly status: 'current' | 'superseded'
  readonly by?: string
}

export interface CitedWork extends Sourced {
  readonly id: string
  readonly title: string
  readonly terms: readonly string[]
  readonly kind: 'statute' | 'guidance' | 'practice' | 'regulation'
  /** Section numbers that mean this work where no work is named: a "section 47" enquiry. */
  readonly sections?: readonly string[]
  readonly vintages: readonly Vintage[]
}

/** A superseded term and what took its place. `from` is the ISO date since which it is superseded. */
export interface CurrencyTerm extends Sourced {
  readonly term: string
  readonly current: string
  readonly from: string
  readonly caseSensitive?: boolean
  /** Where alone the term is superseded: as the name of who acts or is told (`professionals`), or as a term defined (`absent`). */
  readonly only?: 'role' | 'defined'
}

export interface LocalParticulars {
  /** Head nouns of named teams, panels, boards, tools and systems: `Hub`, `Panel`, `Partnership`. A run of capitalised words ending in one is local. */
  readonly heads: readonly ({readonly head: string; readonly kind: string} & Sourced)[]
  /** Brand names and acronyms that are local wherever they stand; `function` lets names of the same function compare (MACE, MASE → exploitation-panel). */
  readonly names: readonly ({readonly name: string; readonly kind: string; readonly function: string} & Sourced)[]
  /** Acronyms that are generic alone and never local by themselves: MASH, EDT, LADO. */
  readonly generic: readonly ({readonly term: string} & Sourced)[]
  /** Names that are the same everywhere and so never local: Ofsted, College of Policing. */
  readonly national: readonly ({readonly term: string} & Sourced)[]
  /** Telephone, e-mail, web address and postcode patterns (JavaScript regular expressions, flags `giu` unless given). */
  readonly patterns: readonly ({readonly kind: string; readonly pattern: string; readonly flags?: string} & Sourced)[]
  readonly lists: readonly WordList[]
  /** Ordinary words of the field, separated by spaces: no capital makes one of them a name. Compared on stems. */
  readonly vocabulary: {readonly words: string} & Sourced
}

export interface DataItem extends Sourced {
  readonly item: string
  readonly title: string
  readonly labels: readonly string[]
  readonly control: Control
  /** The item's reference in the Standard Safeguarding Dataset, where one is known. */
  readonly reference?: string
}

export type Severity = 'error' | 'warning' | 'note' | 'off'

/** A class of difference: its meaning, an example, a remedy, its default severity, and whether it changes what is to be done. */
export interface DifferenceClass extends Sourced {
  readonly class: string
  readonly title: string
  readonly severity: Severity
  readonly substantive: boolean
  readonly meaning: string
  readonly example: string
  readonly remedy: string
  /** Impact in [0, 1] of aligning one difference of this class, before the section's weight. */
  readonly impact: number
  /** Effort in [0, 1]: text only is near 0; forms, contracts and force policy are near 1. */
  readonly effort: number
}

/** Phrases that say the same thing. The first is the canonical one; each is matched on stems of whole words. */
export interface Equivalence extends Sourced {
  readonly same: readonly string[]
}

/** A national or regional rule, as a dated fact. */
export interface Standard extends Sourced {
  readonly id: string
  readonly topic: string
  readonly tier: 'A' | 'B'
  /** What it asks, in our words, as a sentence. */
  readonly statement: string
  readonly citation: string
  readonly from: string
  readonly to: string | null
  readonly verified: boolean
  /** The date up to which this is known to have been so. */
  readonly knownTo: string
  /** Which clauses speak to it: of a section kind or not, holding all of `all`, one of each of `any`, none of `none` (phrases on stems, text with its lead-in). */
  readonly about: {
    /** Types of clause it can be stated in; provisions and definitions when left out. */
    readonly types?: readonly string[]
    readonly sections: readonly string[]
    readonly all: readonly string[]
    readonly any: readonly (readonly string[])[]
    readonly none: readonly string[]
  }
  /** What a clause about it must have to meet it. */
  readonly requires: {
    readonly modality?: Modality
    readonly deadline?: {readonly within: {readonly value: number; readonly unit: TimeUnit}}
    /** A clause that makes it depend on a trigger or threshold falls below it. */
    readonly unconditional?: boolean
    /** Phrases of which at least one is needed (`independent`, `not caring for`). Without one the standard is not stated, or, where
     *  `silence` says so, the clause falls below it (a definition that leaves out what defines). */
    readonly words?: readonly string[]
    readonly silence?: 'below'
  }
}

/** Tunable numbers, each with its unit and where it came from. */
export interface Weight extends Sourced {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** The whole lexicon: the YAML files of `data/`, compiled. */
export interface Lexicon {
  readonly hash: string
  readonly modality: readonly ModalityMarker[]
  readonly wordClasses: readonly WordClass[]
  readonly sections: readonly SectionKind[]
  readonly roles: readonly Role[]
  readonly agencies: readonly Agency[]
  readonly durations: Durations
  readonly triggers: Triggers
  readonly citations: readonly CitedWork[]
  readonly currency: readonly CurrencyTerm[]
  readonly local: LocalParticulars
  readonly dataItems: readonly DataItem[]
  readonly differences: readonly DifferenceClass[]
  readonly equivalences: readonly Equivalence[]
  readonly weights: readonly Weight[]
  readonly standards: readonly Standard[]
  readonly topics: readonly ({
    readonly topic: string
    readonly title: string
    readonly also: readonly string[]
  } & Sourced)[]
  /** English public holidays used for the worst-case gap, ISO dates. */
  readonly holidays: readonly ({readonly date: string; readonly name: string} & Sourced)[]
  /** Words that carry no content of their own. */
  readonly functionWords: readonly string[]
  /** Words that open a condition and mean the same there: if, where, when. Not unless, except, only, until. */
  readonly conditionOpeners: readonly string[]
  /** Words that tell two headings apart though the words below them are the same. */
  readonly headingContrasts: readonly string[]
  /** The same, where the two headings are not of one known section kind. */
  readonly headingTopics: readonly string[]
}
