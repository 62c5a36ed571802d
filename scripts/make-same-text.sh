#!/usr/bin/env bash
# Makes test/same-text anew from its Markdown: needs pandoc, LibreOffice and Chromium. Run by hand; what it writes is committed.
set -euo pipefail
cd "$(dirname "$0")/../test/same-text"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
office() { soffice --headless "-env:UserInstallation=file://$work/office" --outdir "$work" "$@" >/dev/null 2>&1; }

{
  printf '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Children who go missing: Ashby protocol</title></head>\n<body>\n<main>\n'
  pandoc -f gfm -t html ashby.md | sed 's/<table>/<table border="1" cellpadding="4" cellspacing="0">/'
  printf '</main>\n</body>\n</html>\n'
} > brindle.html
cp brindle.html "$work/page.html"
office --convert-to docx:"MS Word 2007 XML" "$work/page.html"
mv "$work/page.docx" carrow.docx
office --convert-to odt "$work/page.html"
mv "$work/page.odt" dunmere.odt
office --convert-to pdf "$work/page.html"
mv "$work/page.pdf" elderfield.pdf
office --convert-to 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' "$work/page.html"
mv "$work/page.pdf" fenwick.pdf
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=gorsley.pdf "$work/page.html" >/dev/null 2>&1
pandoc -f gfm ashby.md -o hatherby.docx
pandoc -f gfm ashby.md -o inglewhite.odt
