/** Owns what the parts of a speech and the genres are called in front of a reader. */
import type { Bilingual } from '../core/rules/meta.ts';
import type { Genre, Role } from '../core/text/sections/index.ts';

/** The parts of a speech. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  opening: { zh: '开场', en: 'opening' },
  greeting: { zh: '称谓问候', en: 'greeting' },
  congratulation: { zh: '祝贺感谢', en: 'congratulation' },
  agenda: { zh: '会议议程', en: 'agenda' },
  achievements: { zh: '成绩', en: 'achievements' },
  experience: { zh: '经验', en: 'experience' },
  problems: { zh: '问题', en: 'problems' },
  situation: { zh: '形势', en: 'situation' },
  'guiding-thought': { zh: '指导思想', en: 'guiding thought' },
  targets: { zh: '目标', en: 'targets' },
  tasks: { zh: '任务', en: 'tasks' },
  safeguards: { zh: '保障', en: 'safeguards' },
  pledge: { zh: '表态承诺', en: 'pledge' },
  hopes: { zh: '希望', en: 'hopes' },
  wishes: { zh: '祝愿', en: 'wishes' },
  closing: { zh: '结尾', en: 'closing' },
};

/** The kinds of speeches. */
export const genreNames: Readonly<Record<Genre, Bilingual>> = {
  report: { zh: '工作报告', en: 'work report' },
  mobilisation: { zh: '动员部署', en: 'mobilisation' },
  integrity: { zh: '廉政讲话', en: 'integrity' },
  commendation: { zh: '总结表彰', en: 'commendation' },
  address: { zh: '致辞', en: 'address' },
  research: { zh: '调研座谈', en: 'field visit' },
  pledge: { zh: '表态发言', en: 'pledge' },
  lecture: { zh: '党课', en: 'party lecture' },
  chairing: { zh: '主持词', en: 'chairing' },
};
