/** Owns how the report looks: every colour is the theme's, so that it can be read in light, dark and high contrast. */

/** The style sheet of the page. */
export const reportStyle = `
:root { --own: var(--vscode-foreground); }
.c0 { --own: var(--vscode-charts-blue); } .c1 { --own: var(--vscode-charts-green); } .c2 { --own: var(--vscode-charts-purple); }
.c3 { --own: var(--vscode-charts-red); } .c4 { --own: var(--vscode-charts-yellow); } .c5 { --own: var(--vscode-terminal-ansiCyan); }
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.6; padding: 0 20px 40px; }
main { max-width: 1100px; margin: 0 auto; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 16px; margin-top: 16px; }
h1 { font-size: 1.5em; margin: 0; flex: 1 1 auto; }
h2 { font-size: 1.15em; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); }
h3 { font-size: 1em; font-weight: 600; margin: 14px 0 6px; }
small, .where, .key { color: var(--vscode-descriptionForeground); font-weight: normal; font-size: 0.92em; }
.summary { margin: 8px 0; }
.unchecked { border-left: 3px solid var(--vscode-editorWarning-foreground); padding: 4px 12px; margin: 12px 0; }
.actions { display: flex; gap: 8px; }
button { font: inherit; cursor: pointer; }
button:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.export { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; padding: 3px 10px; }
.export:hover { background: var(--vscode-button-secondaryHoverBackground); }
.letter { display: inline-block; min-width: 1.2em; text-align: center; padding: 0 3px; line-height: 1.4; border: 2px solid var(--own); border-radius: 3px; font-weight: 600; font-size: 0.9em; }
.defs { position: absolute; }
.strip { display: block; overflow: visible; }
.paper { fill: var(--vscode-editorWidget-background); stroke: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, var(--vscode-descriptionForeground))); }
.tick { fill: var(--vscode-descriptionForeground); }
.mark { cursor: pointer; outline: none; }
.mark rect { fill: var(--own); stroke: var(--vscode-contrastBorder, var(--vscode-editor-background)); stroke-width: 1; }
.mark.own rect { fill: url(#hatch); stroke: var(--vscode-foreground); }
#hatch .gap { fill: var(--vscode-editor-background); } #hatch .line { fill: var(--vscode-foreground); }
.mark text { fill: var(--vscode-foreground); font-size: 11px; }
.mark:hover rect, .mark.lit rect { stroke: var(--vscode-foreground); stroke-width: 2; }
.mark:focus-visible rect { stroke: var(--vscode-focusBorder); stroke-width: 3; }
.mark:hover text, .mark.lit text, .mark:focus-visible text { font-weight: bold; text-decoration: underline; }
.swatch { display: inline-block; width: 16px; height: 10px; border: 1px solid var(--vscode-foreground); background: repeating-linear-gradient(135deg, var(--vscode-foreground) 0 2px, transparent 2px 5px); }
.group { margin: 10px 0; padding: 8px 14px; border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); border-radius: 4px; }
.group h3 { margin: 0 0 4px; }
.group.lit { border-color: var(--vscode-focusBorder); }
.number { display: inline-block; min-width: 1.5em; font-variant-numeric: tabular-nums; }
blockquote { margin: 4px 0; padding: 2px 12px; border-left: 3px solid var(--vscode-textBlockQuote-border, currentColor); background: var(--vscode-textBlockQuote-background); }
.places { list-style: none; margin: 6px 0 0; padding: 0; }
.place { color: var(--vscode-textLink-foreground); background: none; border: 1px solid transparent; border-radius: 2px; padding: 2px 4px; text-align: left; }
.place .letter { color: var(--vscode-foreground); }
.place:hover { text-decoration: underline; border-color: var(--vscode-contrastActiveBorder, transparent); }
.difference { margin: 0 0 4px 34px; color: var(--vscode-descriptionForeground); }
summary { cursor: pointer; }
summary q { quotes: none; margin-left: 6px; }
@media (forced-colors: active) { .mark rect { fill: CanvasText; } .mark.own rect { fill: url(#hatch); } }
`;
