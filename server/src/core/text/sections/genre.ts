/** Owns the genres of speeches: which one a draft is, what it usually holds, and what of that is missing or out of proportion. */
import type { Draft } from '../draft.ts';
import type { Outline, Section, Speech } from './model.ts';
import { paragraphRole, rolesOf } from './role.ts';
import type { Role, RoleStretch } from './role.ts';

/** 全会报告 · 动员部署 · 廉政 · 总结表彰 · 致辞 · 调研座谈 · 表态发言 · 党课 · 主持词 */
export type Genre = 'report' | 'mobilisation' | 'integrity' | 'commendation' | 'address' | 'research' | 'pledge' | 'lecture' | 'chairing';

/** A part that speeches of a genre usually hold. */
export interface UsualPart {
  /** Any of these will do. */
  readonly roles: readonly Role[];
  /** Usual share of the whole, from and to, 0 to 1; only told for parts that matter by size. */
  readonly share?: readonly [number, number];
}

interface GenreSigns {
  readonly genre: Genre;
  readonly title: RegExp;
  /** What titles of this genre hold and those of others too. */
  readonly commonTitle?: RegExp;
  readonly body: readonly RegExp[];
  readonly roles: readonly Role[];
  readonly usual: readonly UsualPart[];
}

const genres: readonly GenreSigns[] = [
  {
    genre: 'chairing',
    title: /主持(?:词|稿)/u,
    body: [/现在开会/u, /进行第[一二三四五六七八九十\d]+项/u, /散会/u],
    roles: ['agenda'],
    usual: [{ roles: ['opening', 'agenda'] }, { roles: ['agenda'] }, { roles: ['closing'] }],
  },
  {
    genre: 'lecture',
    title: /党课|辅导报告/u,
    body: [/这堂党课|一堂党课|党课的题目/u, /和大家(?:一起)?(?:交流|学习|探讨|琢磨)/u],
    roles: ['situation'],
    usual: [
      { roles: ['opening'] },
      { roles: ['situation'], share: [0.15, 0.5] },
      { roles: ['problems'], share: [0.1, 0.4] },
      { roles: ['tasks', 'hopes', 'safeguards'], share: [0.15, 0.6] },
      { roles: ['closing', 'wishes'] },
    ],
  },
  {
    genre: 'integrity',
    title: /廉政|纪委|反腐|廉洁|警示教育|从严治党/u,
    body: [/纪委[^。]{0,12}全会/u, /一岗双责|主体责任|中央八项规定/u, /党风廉政/u],
    roles: ['problems', 'safeguards'],
    usual: [
      { roles: ['opening'] },
      { roles: ['achievements', 'situation', 'problems'], share: [0.1, 0.6] },
      { roles: ['tasks', 'safeguards'], share: [0.3, 0.8] },
      { roles: ['closing'] },
    ],
  },
  {
    genre: 'commendation',
    title: /表彰|总结(?:大)?会|颁奖|庆功|表扬/u,
    body: [/受(?:到)?表彰/u, /热烈(?:的)?祝贺/u, /先进(?:集体|个人)/u],
    roles: ['congratulation', 'achievements'],
    usual: [
      { roles: ['congratulation'] },
      { roles: ['achievements', 'experience'], share: [0.1, 0.5] },
      { roles: ['tasks', 'hopes', 'safeguards'], share: [0.3, 0.8] },
      { roles: ['closing', 'wishes'] },
    ],
  },
  {
    genre: 'address',
    title: /致辞|致词|贺词|典礼|仪式|揭牌|开幕|闭幕|庆典|推介会/u,
    body: [/我谨代表/u, /热烈(?:的)?(?:欢迎|祝贺)/u, /预祝|身体健康/u, /各位来宾|女士们/u],
    roles: ['congratulation', 'wishes', 'greeting'],
    usual: [{ roles: ['congratulation'] }, { roles: ['wishes'] }],
  },
  {
    genre: 'research',
    title: /调研|座谈/u,
    body: [/这(?:几|两|三)天|先后(?:看|走|听)/u, /很受启发/u, /大家(?:的)?(?:发言|意见|建议)/u],
    roles: ['hopes'],
    usual: [
      { roles: ['opening', 'achievements', 'greeting'] },
      { roles: ['problems'] },
      { roles: ['tasks', 'hopes', 'safeguards'], share: [0.3, 0.9] },
    ],
  },
  {
    genre: 'pledge',
    title: /表态|就职|任职|离任|供职|履新/u,
    body: [/坚决(?:拥护|服从)|完全(?:服从|拥护)/u, /(?:组织|省委|市委|县委)(?:的)?(?:决定|信任)/u, /请[^。]{0,20}监督/u],
    roles: ['pledge'],
    usual: [{ roles: ['pledge'] }, { roles: ['closing', 'wishes'] }],
  },
  {
    genre: 'mobilisation',
    title: /动员|部署|推进会|调度会|誓师|专项行动/u,
    commonTitle: /工作会议/u,
    body: [/主要任务是|目的(?:只有一个|就是)/u, /(?:讲|提|强调)[一二三四五六几两\d]+点/u, /使命光荣|责任重大|任务艰巨/u],
    roles: ['situation', 'safeguards'],
    usual: [
      { roles: ['opening'] },
      { roles: ['situation', 'achievements'], share: [0.1, 0.45] },
      { roles: ['tasks'], share: [0.25, 0.7] },
      { roles: ['safeguards'], share: [0.1, 0.45] },
      { roles: ['closing'] },
    ],
  },
  {
    genre: 'report',
    title: /全会|全体会议|工作报告|代表大会|党代会|人代会/u,
    body: [/请(?:予)?(?:审议|大家审议)/u, /受[^。]{2,16}委托/u, /预期目标/u, /地区生产总值/u],
    roles: ['achievements', 'guiding-thought', 'targets', 'tasks'],
    usual: [
      { roles: ['opening'] },
      { roles: ['achievements'], share: [0.15, 0.5] },
      { roles: ['problems'] },
      { roles: ['situation', 'guiding-thought'] },
      { roles: ['targets'] },
      { roles: ['tasks'], share: [0.25, 0.7] },
      { roles: ['safeguards'] },
      { roles: ['closing'] },
    ],
  },
];

/** A guess with how sure it is: the lead over the second best, 0 to 1. */
export interface GenreGuess {
  readonly genre: Genre;
  readonly sureness: number;
  /** What tells it, in the words of the speech: of its title, of its body, and the parts it has. */
  readonly inTitle?: string;
  readonly inBody: readonly string[];
  readonly roles: readonly Role[];
}

/** A guess that is less sure than this is not shown. */
export const leastSureness = 0.2;

/** What tells a genre stands at the beginning of a speech and at its end. */
const mostRead = 60_000;
const titleWeight = 4;
const commonTitleWeight = 2;
const leastScore = 3;

/** The genre of a speech; `undefined` when nothing tells. Never throws. */
export function guessGenre(draft: Draft, outline: Outline, speech: Speech): GenreGuess | undefined {
  const title = speech.title ? draft.text.slice(speech.title.start, speech.title.end) : '';
  const text = draft.text.slice(speech.start, Math.min(speech.end, speech.start + mostRead));
  const played = new Set(rolesOf(draft, speech, outline).map((stretch) => stretch.role));
  const scored = genres.map((signs) => scoreOf(signs, title, text, played)).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < leastScore) return undefined;
  const { score, ...guess } = best;
  return { ...guess, sureness: Math.min(1, (score - (second?.score ?? 0)) / score) };
}

function scoreOf(
  signs: GenreSigns,
  title: string,
  text: string,
  played: ReadonlySet<Role>,
): Omit<GenreGuess, 'sureness'> & { readonly score: number } {
  const own = signs.title.exec(title)?.[0];
  const inTitle = own ?? signs.commonTitle?.exec(title)?.[0];
  const inBody = signs.body.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  const roles = signs.roles.filter((role) => played.has(role));
  const forTitle = own !== undefined ? titleWeight : inTitle !== undefined ? commonTitleWeight : 0;
  return {
    genre: signs.genre,
    score: forTitle + inBody.length + roles.length * 0.5,
    ...(inTitle !== undefined && { inTitle }),
    inBody,
    roles,
  };
}

/** What a look at the usual parts says. */
export interface GenreReview {
  readonly missing: readonly UsualPart[];
  /** Headings with nothing under them. */
  readonly empty: readonly Section[];
  /** `at` is where the part begins. */
  readonly outOfProportion: readonly { readonly part: UsualPart; readonly share: number; readonly at: number }[];
}

/** A speech shorter than this is not judged by shares. */
const leastLength = 800;

/** Which usual parts of `genre` a speech lacks, has empty, or has too short or too long. Information, never a fault. */
export function reviewGenre(draft: Draft, outline: Outline, speech: Speech, genre: Genre): GenreReview {
  const usual = genres.find((item) => item.genre === genre)?.usual ?? [];
  const outer = rolesOf(draft, speech, outline);
  const inner = innerRoles(draft, speech, outer);
  const length = Math.max(1, speech.end - (draft.starts[speech.bodyParagraph] ?? speech.start));
  const missing: UsualPart[] = [];
  const outOfProportion: { part: UsualPart; share: number; at: number }[] = [];
  for (const part of usual) {
    const plays = (stretch: RoleStretch): boolean => part.roles.includes(stretch.role);
    const whole = outer.filter(plays);
    const own = whole.length > 0 ? whole : inner.filter(plays);
    if (own.length === 0) missing.push(part);
    else if (part.share !== undefined && length >= leastLength) {
      const share = own.reduce((sum, stretch) => sum + stretch.end - stretch.start, 0) / length;
      if (share < part.share[0] || share > part.share[1]) outOfProportion.push({ part, share, at: own[0]?.start ?? speech.start });
    }
  }
  return { missing, empty: emptySections(speech.sections), outOfProportion };
}

/** Where a part that is missing usually stands: behind the parts before it, else before the parts behind it. UTF-16 offset. */
export function placeFor(draft: Draft, outline: Outline, speech: Speech, genre: Genre, part: UsualPart): number {
  const usual = genres.find((item) => item.genre === genre)?.usual ?? [];
  const index = usual.findIndex((item) => item.roles.join() === part.roles.join());
  const stretches = rolesOf(draft, speech, outline);
  const playing = (parts: readonly UsualPart[]): RoleStretch[] =>
    stretches.filter((stretch) => parts.some(({ roles }) => roles.includes(stretch.role)));
  const before = playing(usual.slice(0, Math.max(0, index))).at(-1);
  const behind = playing(usual.slice(index + 1))[0];
  return before?.end ?? behind?.start ?? speech.closing?.start ?? speech.end;
}

/** The roles that single paragraphs play inside sections of another role. */
function innerRoles(draft: Draft, speech: Speech, outer: readonly RoleStretch[]): RoleStretch[] {
  const inner: RoleStretch[] = [];
  for (let index = speech.bodyParagraph; index < speech.endParagraph; index += 1) {
    const text = draft.paragraphs[index]?.text.trim() ?? '';
    const start = draft.starts[index] ?? 0;
    const role = paragraphRole(text);
    const around = outer.find((stretch) => stretch.start <= start && start < stretch.end);
    if (role !== undefined && around !== undefined && around.role !== role) inner.push({ start, end: start + text.length, role });
  }
  return inner;
}

function emptySections(sections: readonly Section[]): Section[] {
  const empty: Section[] = [];
  for (const section of sections) {
    if (section.kind !== 'heading') continue;
    const holdsText = section.runIn || section.lastParagraph > section.firstParagraph;
    if (!holdsText && section.level <= 2) empty.push(section);
    empty.push(...emptySections(section.children));
  }
  return empty;
}
