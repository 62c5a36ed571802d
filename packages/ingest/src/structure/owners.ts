/** Whom a part of a form asks about. */
export type Owner = 'child' | 'household' | 'referrer'

const named: readonly (readonly [Owner, RegExp])[] = [
  [
    'referrer',
    /\b(?:referrers?|referrer['’]s|(?:person|worker|professional|practitioner|agency|agencies)(?: who (?:is|are))? (?:making|completing|referring|filling)|about you|your details|your (?:name|role|agency|organisation|job|e-?mail|phone|telephone|contact|work)|referring (?:agency|person|worker)|referred by|practitioners?|completed by)\b/iu,
  ],
  [
    'household',
    /\b(?:parents?|parental|carers?|mother|father|household|famil(?:y|ies)|siblings?|brothers?|people at home|who lives? (?:at|in) (?:the )?home)\b/iu,
  ],
  ['child', /\b(?:child|children|young (?:person|people)|subject|baby|pupil)\b/iu],
]
/** Phrases that name somebody without being about them: a child's parents, a form about a referral of a child. */
const aside =
  /\b(?:with|to|of|for|by|in) (?:the |a |this )?(?:child|children|young (?:person|people)|family|parents?)\b|\b(?:child|children|young person)['’]s\b|\bchild (?:exploitation|protection|sexual|criminal)\b|\bchildren who\b/giu

/** Whom the nearest heading that names anybody is about; null when none does, or when it names several. */
export const ownerOf = (headings: readonly string[]): Owner | null => {
  for (const heading of headings.slice(-2).reverse()) {
    const plain = heading.replace(aside, ' ')
    const owners = named.filter(([, words]) => words.test(plain)).map(([owner]) => owner)
    const found = owners.length > 0 ? owners : named.filter(([, words]) => words.test(heading)).map(([owner]) => owner)
    if (found.length > 0) return found.length === 1 ? (found[0] as Owner) : null
  }
  return null
}
