/** Owns the names of the view 待填 and of its commands. */
export const viewId = 'speechDraft.holes';
/** Goes to the hole of a row; with a row only. */
export const openRowCommand = 'speechDraft.holes.open';
/** Fills the hole of a row, or of the row that is selected. */
export const fillRowCommand = 'speechDraft.fillHole';
/** Ignores the hole of a row, or of the row that is selected. */
export const ignoreRowCommand = 'speechDraft.ignoreHole';
export const filterCommand = 'speechDraft.filterHoles';
export const clearFilterCommand = 'speechDraft.showAllHoles';
/** The rows as plain data, for a program; not in the palette. */
export const rowsCommand = 'speechDraft.holes.rows';
