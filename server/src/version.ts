/** Owns the product's version, taken from the manifest when the bundles are built. */
import manifest from '../../package.json' with { type: 'json' };

/** As in package.json. */
export const version: string = manifest.version;
