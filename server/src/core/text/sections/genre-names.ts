/** Owns what genres, roles and their reasons are called. */
import type { Bilingual } from '../../rules/meta.ts';
import type { Genre } from './genre.ts';
import type { Role } from './role.ts';

/** Genres as secretaries call them. */
export const genreNames: Readonly<Record<Genre, Bilingual>> = {
  report: { zh: '工作报告', en: 'work report' },
  mobilisation: { zh: '动员部署讲话', en: 'mobilisation speech' },
  integrity: { zh: '廉政会议讲话', en: 'speech on clean government' },
  commendation: { zh: '总结表彰讲话', en: 'commendation speech' },
  address: { zh: '致辞', en: 'address' },
  research: { zh: '调研座谈讲话', en: 'speech after a field visit' },
  pledge: { zh: '表态发言', en: 'pledge on taking office' },
  lecture: { zh: '党课', en: 'party lecture' },
  chairing: { zh: '主持词', en: 'chairing script' },
};

/** Parts of a speech. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  opening: { zh: '开场', en: 'opening' },
  greeting: { zh: '问候', en: 'greeting' },
  congratulation: { zh: '祝贺与感谢', en: 'congratulation and thanks' },
  agenda: { zh: '议程', en: 'agenda' },
  achievements: { zh: '成绩', en: 'achievements' },
  experience: { zh: '经验体会', en: 'experience' },
  problems: { zh: '问题', en: 'problems' },
  situation: { zh: '形势与认识', en: 'situation' },
  'guiding-thought': { zh: '指导思想与总体要求', en: 'guiding thought' },
  targets: { zh: '目标', en: 'targets' },
  tasks: { zh: '任务', en: 'tasks' },
  safeguards: { zh: '保障措施', en: 'safeguards' },
  pledge: { zh: '表态承诺', en: 'pledge' },
  hopes: { zh: '希望与要求', en: 'hopes' },
  wishes: { zh: '祝愿', en: 'wishes' },
  closing: { zh: '结尾', en: 'closing' },
};
