import type {Found} from './discover.ts'
import type {Topics} from './topics.ts'

/** Documents whose topic is not known, under the topic their name means without its edition (`self-harm-v2`) or its kind (`self-harm-protocol`): one that the
 *  lexicon, hedgerow.yaml or another document names. Each remembers what it is `named`, so that the guess is told. A topic that some authority has beside the
 *  other is another one, and stays. */
export const withGuessedTopics = (found: readonly Found[], topics: Topics): readonly Found[] => {
  const guess = guesses(new Set(found.map(({topic}) => topic)), topics)
  const guessed = found.map((each) => ({...each, meant: guess(each.topic)}))
  const contested = new Set(
    guessed
      .filter(({topic, meant, authority}) =>
        guessed.some((other) => other.authority === authority && other.meant === meant && other.topic !== topic),
      )
      .map(({topic}) => topic),
  )
  return guessed.map(({meant, ...each}) =>
    meant === each.topic || contested.has(each.topic) ? each : {...each, topic: meant, named: each.topic},
  )
}

/** What a topic's name means: another of the corpus or a known one, else the name two editions share, else itself. */
const guesses = (own: ReadonlySet<string>, {fold, isKnown, withoutEdition, withoutKind}: Topics) => {
  const editions = [...own].filter((topic) => !isKnown(topic)).map(withoutEdition)
  const isMeant = (name: string): boolean =>
    isKnown(name) || own.has(name) || editions.filter((each) => each === name).length > 1
  const guess = (topic: string): string => {
    if (isKnown(topic)) return fold(topic)
    const plain = withoutEdition(topic)
    const [meant] = [plain, withoutKind(plain)].filter((name) => name !== topic && name !== '' && isMeant(name))
    return meant === undefined ? topic : guess(meant)
  }
  return guess
}

/** What a reader must know of the documents that were put under a topic by a guess, and how to undo it. */
export const guessNotes = (documents: readonly Found[]): readonly string[] =>
  documents.flatMap(({path, topic, named}) =>
    named === undefined
      ? []
      : [
          `${path} is compared here by a guess: its name differs only by a version, a date or a word such as protocol. If it is about something else, write topics: {${named}: {}} into hedgerow.yaml; if the guess is right, topics: {${topic}: {also: [${named}]}}, and this note goes.`,
        ],
  )
