/** Owns the characters that open the name of a person. */

/** Frequent surnames of one character; those that are more often a word of their own, such as 于 and 和, are left out. */
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝安常傅齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋熊纪舒项祝董梁杜阮蓝闵席季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫丁邓温程叶白赖覃曾文聂龙陆史侯丘刘崔谭廖龚黎阎';
