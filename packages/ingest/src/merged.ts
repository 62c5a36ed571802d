import {type Edition, identified, noEdition, type Procedure} from '@hedgerow/ast'

/** One procedure of the parts of a topic split over documents, in the order given, with ids counted through.
 *  Title and each part of the edition are the first one stated. Throws TypeError for no parts or parts of different procedures. */
export const mergedParts = (procedures: readonly Procedure[]): Procedure => {
  const [first] = procedures
  if (!first) throw new TypeError('Expected at least 1 procedure, got 0')
  const stranger = procedures.find(({authority, topic}) => authority !== first.authority || topic !== first.topic)
  if (stranger)
    throw new TypeError(
      `Expected parts of ${first.authority}/${first.topic}, got ${stranger.authority}/${stranger.topic}`,
    )
  const stated = <Part extends keyof Edition>(part: Part): Edition[Part] =>
    procedures.map(({edition}) => edition[part]).find((value) => value !== null) ?? noEdition[part]
  return identified({
    ...first,
    title: procedures.map(({title}) => title).find((title) => title !== '') ?? '',
    edition: {version: stated('version'), date: stated('date'), review: stated('review'), owner: stated('owner')},
    unread: procedures.flatMap(({unread}) => unread),
    children: procedures.flatMap(({children}) => children),
  })
}
