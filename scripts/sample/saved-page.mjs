/** A page as a browser saves it whole: where from, its style sheet and picture in a folder beside it, links made absolute, and all that stood in the page
 *  unseen at that moment: a dismissed banner, an editors' panel, a dialog. Nothing of that is procedure. */
export const savedPage = (page, {address, name}) => {
  const {origin} = new URL(address)
  const folder = `./${name}_files`
  return page
    .replace(
      /^<!doctype html>/iu,
      `<!DOCTYPE html>\n<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->`,
    )
    .replace('<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">')
    .replace(/<link rel="stylesheet"[^>]*>\n/u, '')
    .replace('</head>', `<link rel="stylesheet" href="${folder}/site.css">\n${ownStyle}\n</head>`)
    .replaceAll(/(href|action)="\/([^"]*)"/gu, (_, attribute, path) => `${attribute}="${origin}/${path}"`)
    .replace('<div class="cookie-banner"', '<div class="cookie-banner" style="display: none;"')
    .replace(/(<header[^>]*>)/u, `$1\n<img class="crest" src="${folder}/crest.svg" alt="" width="40" height="40">`)
    .replace(/(<main[^>]*>)/u, `$1\n${editors}`)
    .replace('</main>', `${later}\n</main>`)
    .replace('</body>', `${dialog}\n</body>`)
}

const ownStyle = '<style>.is-closed{display:none}.crest{float:left}</style>'

const editors =
  '<div class="editor-bar" hidden=""><p>Editors must check this page every three months and should archive the old one within 5 working days.</p></div>\n' +
  '<p class="page-alert is-closed">You must reload this page to see the latest version.</p>'

const later = '<p class="top-link is-closed">Staff must sign in to comment.</p>'

const dialog =
  '<div id="timeout" class="modal" role="dialog" aria-hidden="true" style="display: none;">\n<h2>Are you still there?</h2>\n' +
  '<p>You must choose to stay within 2 minutes or we will close the form.</p>\n<button type="button">Stay</button>\n</div>'
