/**
 * Owns what SARIF 2.1.0 (OASIS Standard, 27 March 2020) demands of the parts that the report writes, as a JSON Schema.
 * The sections are named beside each part. Parts that the report does not write are not allowed here.
 */
const text = { type: 'string', minLength: 1 };
const index = { type: 'integer', minimum: 0 };
const ordinal = { type: 'integer', minimum: 1 };
const ref = (name: string): object => ({ $ref: `#/$defs/${name}` });
const list = (items: object): object => ({ type: 'array', items });
const object = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

/** The schema, for a validator of JSON Schema 2020-12. */
export const sarifSchema = {
  // 3.13 sarifLog: version is exactly this, runs are there.
  ...object(['version', 'runs'], { $schema: text, version: { const: '2.1.0' }, runs: list(ref('run')) }),
  $defs: {
    // 3.14 run: 3.14.17 columnKind, 3.14.15 artifacts, 3.14.23 results.
    run: object(['tool', 'results'], {
      tool: object(['driver'], { driver: ref('component') }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      invocations: list(ref('invocation')),
      artifacts: list(ref('artifact')),
      results: list(ref('result')),
    }),
    // 3.19 toolComponent.
    component: object(['name'], { name: text, version: text, rules: list(ref('rule')) }),
    // 3.49 reportingDescriptor, 3.50 reportingConfiguration, 3.12 multiformatMessageString.
    rule: object(['id', 'help', 'shortDescription'], {
      id: text,
      shortDescription: ref('formatted'),
      fullDescription: ref('formatted'),
      help: ref('formatted'),
      defaultConfiguration: object(['level'], { level: ref('level') }),
    }),
    formatted: object(['text'], { text, markdown: text }),
    // 3.27.10 level.
    level: { enum: ['none', 'note', 'warning', 'error'] },
    // 3.20 invocation, 3.58 notification.
    invocation: object(['executionSuccessful'], {
      executionSuccessful: { type: 'boolean' },
      toolExecutionNotifications: list(
        object(['message'], { level: ref('level'), message: ref('message'), locations: list(ref('location')) }),
      ),
    }),
    // 3.24 artifact; 3.24.6 roles are unique, 3.24.9 encoding.
    artifact: object(['location'], {
      location: ref('artifactLocation'),
      roles: { type: 'array', uniqueItems: true, items: { enum: ['analysisTarget'] } },
      mimeType: text,
      encoding: { enum: ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030'] },
    }),
    // 3.4 artifactLocation: a URI reference (RFC 3986), so every character is an allowed one or escaped.
    artifactLocation: object(['uri'], {
      uri: { type: 'string', pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" },
      index,
    }),
    // 3.11 message: text or id is there.
    message: object(['text'], { text }),
    // 3.27 result: message is there; ruleIndex points into rules; 3.27.17 partialFingerprints are strings.
    result: object(['message', 'ruleId', 'level', 'locations', 'partialFingerprints'], {
      ruleId: text,
      ruleIndex: index,
      level: ref('level'),
      message: ref('message'),
      locations: { type: 'array', minItems: 1, maxItems: 1, items: ref('location') },
      relatedLocations: { type: 'array', minItems: 1, uniqueItems: true, items: ref('location') },
      partialFingerprints: { type: 'object', additionalProperties: text },
      properties: { type: 'object' },
    }),
    // 3.28 location: ids are not negative. 3.29 physicalLocation.
    location: object(['physicalLocation'], {
      id: index,
      physicalLocation: object(['artifactLocation'], { artifactLocation: ref('artifactLocation'), region: ref('region') }),
    }),
    // 3.30 region: lines and columns count from 1, the end column is exclusive.
    region: object(['startLine', 'startColumn', 'endLine', 'endColumn'], {
      startLine: ordinal,
      startColumn: ordinal,
      endLine: ordinal,
      endColumn: ordinal,
    }),
  },
};
