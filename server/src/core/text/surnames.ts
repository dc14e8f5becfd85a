/** Owns the characters that open the name of a person. */

/** Frequent surnames of one character; those that are more often a word of their own, such as 于 and 和, are left out. */
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常傅齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋熊纪舒项祝董梁杜阮蓝闵席季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓温程叶白赖覃曾文聂龙陆史侯丘刘崔谭廖龚黎阎';

/** The other surnames of one character: rare ones, and those that are more often a word of their own. */
export const lesserSurnames =
  '戚凤花邬乐于时皮元卜平和湛祁禹狄米贝明臧计伏成谈茅庞屈麻强路娄危盛虞支管经房裘缪干解应宗宣郁单杭洪包诸左石吉邢裴荣翁荀羊甄曲封芮储靳汲糜松井段富巫乌焦巴弓牧隗山谷车全班仰秋仲伊宫宁仇栾甘厉戎祖武符景詹束幸司韶薄印宿怀蒲台从鄂索卓蔺屠蒙池乔阴能苍双闻莘党翟劳逄姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农别庄晏柴瞿充慕连习艾鱼容向古易慎戈终居衡步都耿满弘匡国寇广禄阙东欧沃利蔚越隆师巩晁勾敖冷辛那简饶空沙养鞠须丰巢关查后荆红游竺权盖益桓公';
