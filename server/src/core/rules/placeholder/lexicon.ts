/**
 * Owns the words that tell what a slot stands for: units, tails of names, titles, verbs that ask for a figure. Data only;
 * `grammar.ts` makes patterns of it. Facts of the language, each list ordered by kind and not by length.
 */

/** Words written one after another, as a person reads them. */
function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** Units of money; a multiplier may stand before them. */
export const money = list(`
  元 美元 欧元 日元 港元 港币 英镑 人民币 块钱 余元 多元
`);

/** What follows a share or a rate. */
export const percent = list(`
  % ‰ 个百分点 百分点 个点 个基点
`);

/** Multipliers that stand between a figure and its unit. */
export const multipliers = list(`
  万亿 百亿 千亿 十亿 千万 百万 十万 亿 万 千 百
`);

/** Units that are never the first character of another word in this place: safe even where nothing stands before them. */
export const measures = list(`
  平方公里 平方千米 平方米 平米 立方米 立方 公顷 公里 千米 延长米 厘米 毫米 海里 米 万吨 吨 公斤 千克 千瓦时
  千瓦 兆瓦 度电 标准箱 标箱 亩次 亩 升 斤 人次 户次 家次 场次 台次 件次 车次 批次 班次 频次 人天 台套
  台（套） 个月 小时 分钟 秒 工作日 周年 年来 年间 学时 课时 学分 岁 倍 代表团 微克 毫克 毫升 分贝 摄氏度 ℃
  兆帕 千帕 蒸吨 延米 勒克斯 吨标准煤 千焦 剂次 人份 床位 台班 兆欧 赫兹 兆赫
`);

/** Units in letters; they end where the letters end. */
export const latinUnits = list(`
  km² km cm mm m² m³ m kg mg μg g t kW MW GW kWh MWh kV kVA MPa kPa dB Hz kHz MHz GHz mL ml L hm² ha GB TB MB Mbps Gbps
`);

/** Measure words of things and people. Many begin other words too, so the context has to be looked at. */
export const classifiers = list(`
  支队伍 个 家 项 条 处 人 名 户 套 件 台 辆 座 所 场 次 批 篇 份 本 册 类 种 层 栋 幢 间 张 块 片
  株 棵 头 只 羽 尾 位 对 支 部 首 门 节 期 轮 天 字 句 点 步 笔 宗 起 例 架 艘 列 桌 盏 面 口 眼
  道 根 段 组 集 版 款 枚 封 顶 床 格 环 链 圈 核 带 廊 园 校 笔 届 番 室 番 周 趟 载 班 楼 克 盆
  袋 箱 瓶 包 车 桶 米 拨 排 幅 尊 朵 碗 遍 回 畦 盒 罐 筐 匹 锭 听 剂 连冠 连增 穴 卷 杆 枪
`);

/** Parts of a date. */
export const dates = list(`
  年度 年代 年 月份 月底 月初 月中旬 月上旬 月下旬 月末 月 日 季度 世纪 时许
`);

/** What is counted by sessions: the slot before it is an ordinal. */
export const sessions = list(`
  届 次全会 次全体 中全会 次党代会 次代表大会 次会议 次常委 次党委 次党组 次理论 个五年 年级 代领导 等奖 等功 等舱
`);

/** Tails of places. */
export const places = list(`
  省 市 县 区 州 盟 旗 镇 乡 村 街道 社区 自治区 自治州 自治县 城区 新区 开发区 高新区 经开区 示范区 园区
  片区 景区 小区 新城 老城 组团 行政村 自然村 屯 寨 湾 岛 山 河 江 湖 水库 流域 路 街 大道 大街 巷 桥 大桥
  隧道 高速 国道 省道 铁路 机场 码头 港 广场 公园 礼堂 会议室 会议中心 苑 花园 家园 街坊 厅室 地区 林场 农场
  牧场 口岸 农贸市场 市场 人民政府 政府 工业园 产业园 老街 古街 古镇 寺 庙 古渡口 渡口 湿地 公路 报告厅 大厦
  体育馆 体育场 文化宫 会堂 大礼堂 剧院 客运站 火车站 高铁站 灌区 林区 库区 矿区 校区 厂区 街区 商圈 车站 枢纽
  立交桥 服务区 作业区 保税区 综保区 功能区 管理区 风景区 牧区 灾区 试验区
`);

/** Tails of organisations. */
export const organizations = list(`
  公司 集团 银行 企业 厂 店 商场 商城 超市 酒店 局 厅 委员会 办公室 指挥部 领导小组 工作组 专班 学校 小学 中学
  大学 学院 幼儿园 医院 卫生院 研究院 研究所 研究中心 实验室 设计院 科学院 中心 协会 商会 学会 联合会 促进会
  基金会 合作社 联社 党委 党组 党支部 党总支 支部 党工委 纪委 团委 工会 妇联 机关 单位 部门 派出所 分局 支队
  大队 中队 总队 法院 检察院 科技园 孵化器 联盟 重工 工业 科技 控股 股份 实业 制造 电力 药业 食品 纺织 建设集团
  报社 电视台 出版社 媒体 工厂 车间 百货 购物中心 旗舰店 综合体 部队 代表队 社 自动化所 人大 政协 人大常委会
  常委会 法院 红十字会 残联 文联 科协 侨联 工商联 武装部 电子 光电 生物 仪表 轴承 机械 材料 能源 化工 建材 物流
  汽车 半导体 制药 旅行社 消防站 商贸城 商厦 日报 晚报 变电站 服务站 供电所 水厂 电厂 钢厂 矿业 置业 地产 传媒
  商贸 农业科技 供销社 信用社 宾馆 饭店 影业 快递站 加油站 站 海关 法庭 煤矿 矿山 电网 海事局 边检站 税务所
  司法所 组织 清真寺 教堂 党校 社科院 档案馆 博物馆 图书馆 美术馆 纪念馆
`);

/** Titles: the slot before them is a person. */
export const titles = list(`
  总书记 书记 同志 主席 总理 省长 市长 县长 区长 镇长 乡长 村长 州长 部长 局长 厅长 处长 科长 司长 校长 院长
  所长 主任 秘书长 会长 理事长 董事长 总经理 总裁 经理 厂长 行长 站长 队长 组长 团长 政委 司令 参谋长 检察长
  常委 委员长 巡视员 调研员 先生 女士 教授 院士 博士 老师 医生 主持人 总工程师 工程师 总工 站长 支书 代市长
  代县长 代区长 常务 副书记 副市长 副县长 副区长 副省长 副主席 副主任 副局长 副部长 副镇长 副乡长 副院长 副校长
  副会长 副总 副秘书长 领导同志 委员 烈士 法官 检察官 师傅 主编 总监 导师 馆长 台长 社长 班长 团支书 记者 法人
  部队长 大夫 护士长 村民 指导员 教导员 首长 专员 特派员 督导员 关长 总领事 领事 参赞 大使 庭长 大姐 大妈 大爷
  阿姨 奶奶 爷爷 大叔 大哥 法师 道长 阿訇 主播 理事 监事长 党组书记 主委 总队长 支队长 教官 副关长 舰长 连长
  营长 排长 指挥长
`);

/** Titles that may stand before a name. */
export const titlesBefore = list(`
  书记 市长 县长 区长 省长 镇长 乡长 部长 局长 厅长 主任 主席 校长 院长 会长 董事长 总经理 秘书长 处长 科长
  所长 站长 行长 队长 组长 常委 委员 院士 教授 同志 检察长 支书 厂长 经理 政委 老师 司长 理事长 总裁 总监
  巡视员 调研员 主持人 发言人 汇报人 讲话人 报告人 记录人 联系人 负责人 责任人 主讲人 致辞人 签发人 审核人 承办人
  法定代表人 法人代表 姓名 签名 教师 医生 护士 干部 民警 劳模 村民 职工 党员 工人 志愿者 企业家 校友 师傅 主编 队员 战士 学生
  辅导员 支教 工程师 专家 班长 社长 馆长 选手 获得者 创始人 带头人 大户 传承人 焊工 电工 矿工 木工 瓦工 技工
  农民工 环卫工 律师 讲师 售货员 驾驶员 飞行员 警察 村医 快递员 网格员 厅领导 市领导 县领导 区领导 主委 钳工 车工
  铣工 架子工 护工 修理工 技师 厨师 绣娘 驻村干部 第一书记 大使 总领事 法官 检察官
`);

/** Labels that ask for a person behind a colon. */
export const personLabels = list(`
  主持 主持人 发言人 汇报人 讲话人 报告人 记录人 联系人 负责人 责任人 主讲人 致辞人 姓名 嘉宾 出席 参加 列席 记录
  审核 主讲 请假 到会 领奖 颁奖 宣誓人 签约人 见证人 起草 校对 签发 经办人 承办人 组长 副组长 授课人 宣讲人
`);

/** What a slot before stands for a topic, a name of a plan, a meeting: something to be written. */
export const topics = list(`
  工作 任务 活动 行动 精神 战略 项目 工程 会议 大会 论坛 办法 意见 方案 规划 计划 制度 条例 规定 细则 通知
  问题 领域 产业 行业 指标 主题 方面 事业 建设 发展 机制 体系 平台 品牌 模式 特色 优势 文化 理念 思想 目标
  要求 举措 措施 政策 改革 贡献 作用 成效 成果 荣誉 称号 试点 示范 案例 经验 做法 教育 培训 协议 合同 报告
  文件 计分 奖 杯 赛 展会 博览会 仪式 典礼 专项 课题 系列 牌 机会 本职 品质 意识 能力 素质
`);

/** Words that begin like a measure word or a one-character tail but are none: the reading of their first character is void. */
export const compounds = list(`
  支行 名称 名单 名义 名片 名牌 名誉 人民 人才 人员 人物 人社 人力 人士 人生 人事 人工 人居 处理 处室 处置 处于
  处罚 部署 部分 部委 部长 场景 场馆 场所 家庭 家园 家风 种类 种植 种业 类型 类别 类似 期间 期末 期待 期望
  期盼 位置 位于 位居 头部 对象 对口 对策 对外 对于 支持 支出 支撑 支柱 首先 首届 首次 首位 门户 节能 节约
  节点 字样 步骤 步伐 把关 把握 起草 起步 起到 列入 面对 面向 面貌 面临 口号 口径 口碑 道德 道路 根据 根本
  根植 段落 组织 组成 组建 集中 集体 集聚 版块 封闭 顶层 格局 格外 环节 环境 环保 链条 链接 链长 核心 核查
  核实 带动 带头 带领 园艺 校园 校企 天气 天然 本级 本次 本届 本地 本土 篇章 册子 层面 层级 层次 间隔 张贴
  块状 片面 只有 只要 例会 例如 架构 台账 台风 座谈 所在 所有 所属 所长 所以 批准 批示 批发 批评 份额 条件
  条例 条款 户籍 户口 款项 点位 点赞 点评 区域 区间 区块 区位 区划 路线 路径 路演 站位 街头 河长 江南 楼宇
  楼市 乡村 乡愁 乡亲 乡贤 山水 山区 港澳 村民 岛屿 个性 个个 个头 户户 件件 处处 条条 家家 人人 名下 名录
  名词 个别 步调 笔记 宗旨 宗教 起来 把脉 眼光 眼下 眼前 句号 字号 次要 轮训 轮岗 圈层 桥梁 桥头堡 元旦 元素
  元宵 元气 元首 元月 元年 元件 元老 元勋 元帅 分组 分团 分别 分管 分批 分析 分享 分工 分层 分类 分散 分步 分赴
  分配 分布 分解 分期 米粮 斤两 度过 升级 升华 月球 日常 日报 年轻 年画 年货 店主 社会 社情 局面 局势 局部 厂矿 本领 本色
  本质 室内 室外 番茄 番号 所送 所作 所做 所需 所谓 所得 所能 同志们 周边 周围 周末 周期 周密 周到 班子 班组
  班车 个中 强化 强调 强劲 强力 强农 强军
`);

/** Verbs and nouns behind which a figure must stand. */
export const demands = list(`
  完成 达到 达 实现 增长 增加 增 下降 降低 减少 降 同比 环比 占 为 仅有 共有 仅 共 新增 总投资 累计 投资
  投入 收入 超过 超 提高 提升 上升 回落 到位 安排 筹集 筹措 引进 拨付 发放 减免 减税降费 降本 约 近 约为 总额
  余额 产值 总量 面积 长度 里程 人口 就业 利润 税收 贷款 融资 资金 支出 增速 增幅 降幅 比重 占比 占比为 比例
  率 覆盖率 完成率 满意度 高于 低于 快于 高出 比上年 较上年 比去年 提前 扩大 压缩 缩短 节约 增收 签约 创造 带动
  受益 培训 转移 脱贫 生产总值 总值 金额 规模 增至 降至 升至 减至 提高到 达到了 完成了 实现了 高达 不少于 不低于
  至少 人均 平均 建成 新建 改造 开工 竣工 实施 排查 整治 化解 出动 清运 植树 造林 种植 流转 覆盖 服务 惠及
  帮扶 救助 查处 立案 走访 接待 收集 办结 争取 募集 捐赠 折合 外资 出口 进口 消费 销售额 零售额 只有 缺口约
  打造 补上 补齐
`);
