const hedgerow = `# A corpus of procedures. Every key is optional; what you leave out has the value shown or none.
# Documents lie at AUTHORITY/TOPIC.EXTENSION, as in ashby/missing-children.md; one topic split over documents at TOPIC.PART.EXTENSION.

# The name of the region, for the head of every report.
region: My region

# Topics: what each is called, and other names of documents that are about the same.
topics:
  missing-children:
    title: Children missing from home or care
    also: [missing-from-home, missing-protocol]

# Rules every reading is held against: national ones from the lexicon, and files of your own beside this one (standards.yaml).
standards: [national]

# How grave a class of difference is: error, warning, note or off. hedgerow rules lists the classes and what they are by default.
severities: {}

# What is too large to read is reported, not read.
limits: {file-megabytes: 50, unpacked-megabytes: 200, memory-megabytes: 1024, seconds-per-file: 30, pages: 2000}
`

const authority = `# One authority. The folder's name is its id. Every key is optional, but the names let local particulars be told from rules.
name: Ashby Council
partnership: Ashby Safeguarding Children Partnership
police: Vale Police
icb: Vale and Moor ICB

# Ids of neighbouring authorities, for --neighbours-of.
neighbours: []

# What is called differently everywhere and means the same: never a difference, and printed as a merge field.
local:
  front-door: Ashby Multi-Agency Safeguarding Hub
  exploitation-panel: MACE
`

/** The files of a new corpus by their path in it. */
export const skeleton: Readonly<Record<string, string>> = {'hedgerow.yaml': hedgerow, 'ashby/authority.yaml': authority}
