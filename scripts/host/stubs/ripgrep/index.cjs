// In place of the package of the same name, whose binary comes from a download at install time.
// Owns: the path of the binary that another package carries inside itself.
'use strict';

const path = require('node:path');

const carrier = path.resolve(__dirname, '..', '..', 'node_modules', '@vscode', 'ripgrep-universal');
exports.rgPath = path.join(carrier, 'bin', `${process.platform}-${process.arch}`, 'rg');
