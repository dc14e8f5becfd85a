/** Owns new speeches as the client gets them: the kinds there are, and a speech as a snippet. */
import type { Wording } from '../convert/wording.ts';
import type { Bilingual } from '../core/rules/meta.ts';
import { skeletonOf } from '../core/skeleton/index.ts';
import type { Piece, SpeechKind } from '../core/skeleton/index.ts';
import { paceOf } from '../core/stage/index.ts';
import { genreNames } from '../core/text/sections/genre-names.ts';
import type { PlainSpeechKind, SkeletonParams, SkeletonResult } from '../protocol.ts';
import type { StageSettings } from '../settings/parse.ts';

const general: Bilingual = { zh: '一般讲话', en: 'speech of any kind' };

/** What each kind is for, in the order of the list. */
const details: Readonly<Record<SpeechKind, Bilingual>> = {
  mobilisation: { zh: '认识、任务、保障三段', en: 'why, what, and how it is made sure' },
  report: { zh: '回顾、形势、目标、任务、保障', en: 'the past year, situation, targets, tasks, safeguards' },
  address: { zh: '开业、庆典、开幕：欢迎、介绍、祝愿', en: 'openings and celebrations: welcome, introduction, wishes' },
  chairing: { zh: '开会、议程、小结、散会', en: 'opening, agenda, summary, end' },
  commendation: { zh: '祝贺、成绩、经验、任务、希望', en: 'congratulation, achievements, experience, tasks, hopes' },
  research: { zh: '肯定成绩、指出问题、提出要求', en: 'praise, problems, demands' },
  pledge: { zh: '就职、任职：拥护决定、四点承诺', en: 'taking office: support, four pledges' },
  lecture: { zh: '为什么、差在哪、怎么办', en: 'why, what is lacking, what to do' },
  integrity: { zh: '成效与问题、任务、责任', en: 'results and problems, tasks, responsibility' },
  general: { zh: '三个部分，标题自拟', en: 'three parts with headings of your own' },
};

const occasions: Partial<Readonly<Record<SpeechKind, Bilingual>>> = {
  address: { zh: '活动名称', en: 'Name of the event' },
  lecture: { zh: '活动名称', en: 'Name of the event' },
};
const meeting: Bilingual = { zh: '会议名称', en: 'Name of the meeting' };
const places: Partial<Readonly<Record<SpeechKind, Bilingual>>> = {
  address: { zh: '活动地点', en: 'Place of the event' },
  research: { zh: '调研地点', en: 'Place of the visit' },
  pledge: { zh: '任职的地方或单位', en: 'Place or unit of the new office' },
  lecture: { zh: '党课地点', en: 'Place of the lecture' },
};
const meetingPlace: Bilingual = { zh: '会议地点', en: 'Place of the meeting' };

const order = Object.keys(details) as SpeechKind[];

/** The kinds that can be begun, the commonest first. */
export function speechKinds(wording: Wording): PlainSpeechKind[] {
  return order.map((id) => ({
    id,
    name: wording.pick(id === 'general' ? general : genreNames[id]),
    detail: wording.pick(details[id]),
    occasion: wording.pick(occasions[id] ?? meeting),
    place: wording.pick(places[id] ?? meetingPlace),
  }));
}

/** A new speech; of a kind that is not known, a general one. */
export function skeleton({ kind, ...told }: SkeletonParams, settings: StageSettings): SkeletonResult {
  const known = order.find((id) => id === kind) ?? 'general';
  return { snippet: toSnippet(skeletonOf({ ...told, kind: known, pace: paceOf(settings.pace) })) };
}

/** The pieces as a snippet: a hole is a tab stop with its words selected, the same hole again a mirror of the first. */
export function toSnippet(pieces: readonly Piece[]): string {
  const seen = new Set<number>();
  const stop = (hole: string, number: number): string => {
    if (seen.has(number)) return `$${number}`;
    seen.add(number);
    return `\${${number}:${escaped(hole)}}`;
  };
  return pieces.map((piece) => ('text' in piece ? escaped(piece.text) : stop(piece.hole, piece.number))).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
