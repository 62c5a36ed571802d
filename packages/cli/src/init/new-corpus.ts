import {stringify} from 'yaml'
import {slug, type Topics} from '../corpus/topics.ts'

/** What is known of a corpus that is to be made. */
export interface Plan {
  readonly region: string
  /** Authorities by the name of their folder; none in a flat folder, where each document is one. */
  readonly authorities: readonly {readonly id: string; readonly name: string}[]
  /** Ids of topics, of documents that are there or are to come. */
  readonly topics: readonly string[]
}

/** One file of a new corpus: where it goes, what it says, and what it is for. */
export interface NewFile {
  readonly path: string
  readonly text: string
  readonly purpose: string
}

/** The files of a new corpus. */
export const newCorpus = (plan: Plan, known: Topics): readonly NewFile[] => [
  {
    path: 'hedgerow.yaml',
    text: configText(plan, known),
    purpose: 'the region, its topics and their other names, standards, limits',
  },
  ...plan.authorities.map(({id, name}) => ({
    path: `${id}/authority.yaml`,
    text: authorityText(name),
    purpose: 'police force, neighbours, local names: fill in what you know',
  })),
]

/** The folder of an authority: `Vale of Ashby Council` → `vale-of-ashby`. */
export const folderName = (name: string): string =>
  slug(name.replace(/\b(?:borough|city|county|district|metropolitan|council)\b/giu, ' ')) || slug(name)

/** A text as a value of YAML, in quotes where it needs them. */
const scalar = (text: string): string => stringify(text, {lineWidth: 0}).trimEnd()

const configText = (
  {region, topics}: Plan,
  known: Topics,
): string => `# A corpus of procedures. Every key is optional; what you leave out has the value shown or none.
# Documents lie at AUTHORITY/TOPIC.EXTENSION, as in ashby/missing-children.docx; one topic split over documents at TOPIC.PART.EXTENSION.

# The name of the region, for the head of every report.
region: ${scalar(region)}

# Topics: what each is called, and under "also" other names of documents that are about the same.
topics:
${topics.map((topic) => topicText(topic, known)).join('')}
# Rules every reading is held against: national ones from the lexicon, and files of your own beside this one (standards.yaml).
standards: [national]

# How grave a class of difference is: error, warning, note or off. hedgerow rules lists the classes and what they are by default.
severities: {}

# What is too large to read is reported, not read.
limits: {file-megabytes: 50, unpacked-megabytes: 200, memory-megabytes: 1024, seconds-per-file: 30, pages: 2000}
`

const topicText = (topic: string, {titles}: Topics): string => {
  const words = topic.replaceAll('-', ' ')
  return `  ${scalar(topic)}:
    title: ${scalar(titles[topic] ?? words.charAt(0).toUpperCase() + words.slice(1))}
    also: []
`
}

const authorityText = (
  name: string,
): string => `# One authority. The folder's name is its id. Every key is optional, but the names let local particulars be told from rules.
# Take the # away from the lines you fill in.
name: ${scalar(name)}
# partnership: its safeguarding children partnership
# police: its police force
# icb: its integrated care board

# Ids of neighbouring authorities, for --neighbours-of.
neighbours: []

# What is called differently everywhere and means the same: never a difference, and printed as a merge field.
local: {}
#  front-door: what the team that takes referrals is called
#  exploitation-panel: what the panel is called
`
