/** What was found in a document, as an officer reads it: what was only left out is told as that, and not as something unexpected; `page furniture` is what stands
 *  at the head and foot of pages. Other reasons stay as they are. */
export function messageWords(reason: string): string {
  const said = reason
    .replace('page furniture', 'page headers, footers and the like')
    .replace(/^(?<before>\D*)1 lines/u, '$<before>1 line')
  const [, what, but = '', rest] = /^(?:Unexpected )?(.+?), left out( but [^:]+)?(?::(.*))?$/u.exec(said) ?? []
  return what === undefined ? said : `Left out: ${what}${but && `,${but}`}${rest === undefined ? '' : `;${rest}`}`
}
