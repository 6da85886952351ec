"""How a document looks as an HTML page: on a phone, on a desk, in the dark and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1f2a30; --soft: #55636b; --hair: #c5cfd3;
  --wash: #f2f5f6; --accent: #1f5f6b; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ea; --soft: #a2afb5; --hair: #3b464b;
  --wash: #20282b; --accent: #86c5d2; --paper: #14191b; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Georgia, "Libertinus Serif", "Times New Roman", serif;
  overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; margin: 2em 0 .6em;
  text-wrap: balance; }
h1 { font-size: 2rem; color: var(--accent); margin: 0 0 1.25rem; padding-bottom: 1rem;
  border-bottom: 2px solid var(--accent); }
h2 { font-size: 1.4rem; color: var(--accent); margin-top: 2.6em; }
h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1.0625rem; }
h5, h6 { font-style: italic; }
p, ul, ol, blockquote, pre, .across { margin: 0 0 1em; }
ul, ol { padding-inline-start: 1.6em; } li > p { margin-bottom: .4em; }
blockquote { margin-inline: 0; padding-inline-start: 1em;
  border-inline-start: 3px solid var(--hair); color: var(--soft); }
code, pre { font: .9em/1.5 ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; }
code { background: var(--wash); padding: .1em .3em; border-radius: 3px; }
pre { background: var(--wash); padding: .8em 1em; border-radius: 4px; white-space: pre-wrap; }
pre code { background: none; padding: 0; font: inherit; }
a { color: var(--accent); text-underline-offset: .15em; }
hr { width: 5rem; margin: 2em auto; border: 0; border-top: 1px solid var(--hair); }
.cover { margin: 0 0 2rem; }
.cover div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1.25rem;
  padding: .45rem 0; border-bottom: 1px solid var(--hair); }
.cover dt { color: var(--soft); } .cover dd { margin: 0; min-height: 1.6em; }
.contents { margin: 0 0 2rem; } .contents h2 { font-size: 1.0625rem; margin: 0 0 .4em; }
.contents ol { list-style: none; padding: 0; margin: 0; } .contents ol ol { padding-left: 1.4em; }
.contents a { display: block; padding: .2rem 0; text-decoration: none; }
.contents a:hover, .contents a:focus { text-decoration: underline; }
.label { font-weight: 600; margin: 1.4em 0 .25em; }
.missing { color: var(--soft); font-style: italic; }
.scroll { overflow-x: auto; margin: 1.2em 0 1.6em; }
table { width: 100%; border-collapse: collapse; font-size: .94em; line-height: 1.45;
  overflow-wrap: break-word; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: start; font-weight: 600; padding: 0 0 .5em; }
caption span { font-weight: 400; color: var(--soft); }
th, td { text-align: start; vertical-align: top; padding: .5em .7em .5em 0;
  border-bottom: 1px solid var(--hair); }
thead th { color: var(--soft); font-weight: 600; vertical-align: bottom;
  border-bottom: 1.5px solid var(--soft); }
tbody th { font-weight: 400; } tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.form td { height: 3em; }
.number { text-align: end; padding-right: 0; white-space: nowrap; }
.line { height: 2.4em; border-bottom: 1px solid var(--hair); }
.line:has(+ :not(.line)) { margin-bottom: 1.2em; }
.boxes { list-style: none; padding: 0; } .boxes li { padding-inline-start: 1.6em;
  text-indent: -1.6em; }
.works p { padding-inline-start: 1.6em; text-indent: -1.6em; }
.own-work { margin: 2.5em 0 0; padding: 1em 1.2em; border: 1px solid var(--hair);
  border-radius: 4px; } .own-work p:last-child { margin: 0; }
@media (max-width: 34rem) { main { padding-top: 1.5rem; } h1 { font-size: 1.6rem; }
  .cover div { grid-template-columns: 1fr; } .cover dt { font-size: .88em; }
  .wide table { min-width: 34rem; } }
@page { size: A4; margin: 22mm 22mm 24mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages);
    font: 9pt Georgia, serif; color: #55636b; } }
@media print {
  :root { color-scheme: light; --ink: #1f2a30; --soft: #55636b; --hair: #c5cfd3;
    --wash: #f2f5f6; --accent: #1f5f6b; --paper: #fff; }
  body { font-size: 11pt; line-height: 1.5; } main { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6, .label, caption { break-after: avoid; }
  p, li, blockquote { orphans: 3; widows: 3; } tr, .own-work { break-inside: avoid; }
  thead { display: table-header-group; } .scroll { overflow: visible; }
  .wide table { min-width: 0; } a { color: inherit; }
  .contents { display: none; } tfoot { display: table-row-group; }
  .across { break-before: page; margin: 0; } .across + * { margin-top: 0; }
}
"""

STYLE += "".join(f".w{share} {{ width: {share}%; }}\n" for share in range(5, 100, 5))
