//! Commendations: the composite index, what chance does to shares, the shortlist and the list of certificates.

crate::words! {
    /// Heading.
    TITLE = "Chỉ số tổng hợp", "Composite index", "Сводный индекс";
    /// What the part is for.
    INTRO = "Chỉ số tổng hợp xếp hạng các phường, xã theo cách đặt của bạn và cho biết thứ hạng chắc chắn đến đâu. Chọn ai để khen thưởng là quyết định của con người.", "The index ranks wards and communes by settings that you choose, and says how sure the ranks are. Whom to commend is a person’s decision.", "Индекс ранжирует районы по вашим настройкам и показывает, насколько надёжны места. Кого поощрить, решает человек.";
    /// Said while the conference's indicators are not reported.
    NO_REPORTS = "Chưa có báo cáo của phường, xã về các chỉ tiêu của hội nghị. Chỉ số lập từ số liệu điều tra dân số chỉ để làm thử, không nói gì về kết quả công tác.", "Wards have not reported the conference’s indicators yet. An index of census figures is for trying out only; it says nothing about anybody’s work.", "Районы ещё не представили показатели конференции. Индекс по данным переписи годится только для пробы и ничего не говорит о работе.";
    /// State of all data beside a ranking.
    STATES = "Số liệu trong chỉ số: {list}.", "Figures in the index: {list}.", "Данные в индексе: {list}.";
    /// Estimates are off.
    ESTIMATES_OFF = "Không dùng ước tính (đang tắt ở trang Rà soát).", "Estimates are not used (they are off in the Review).", "Оценки не используются (отключены в разделе «Сверка»).";
    /// Estimates are on.
    ESTIMATES_ON = "Có dùng ước tính với độ bất định của chúng (đang bật ở trang Rà soát).", "Estimates are used, with their uncertainty (they are on in the Review).", "Оценки используются вместе с их неопределённостью (включены в разделе «Сверка»).";
    /// Before any setting.
    NO_SETTING = "Chưa có cách đặt nào. Bắt đầu bằng một gợi ý hoặc tự lập.", "There are no settings yet. Begin with a proposal, or make your own.", "Настроек пока нет. Начните с предложения или создайте свои.";
    /// Button.
    START_REPORTED = "Lập từ các chỉ tiêu đã báo cáo", "Make one of the reported indicators", "Создать из представленных показателей";
    /// Button.
    START_TRIAL = "Làm thử với số liệu dân số", "Try it out with census figures", "Попробовать на данных переписи";
    /// Button.
    START_EMPTY = "Lập cách đặt trống", "Make empty settings", "Создать пустые настройки";
    /// Name of a proposed setting.
    NAME_REPORTED = "Chỉ tiêu đã báo cáo", "Reported indicators", "Представленные показатели";
    /// Name of a proposed setting.
    NAME_TRIAL = "Làm thử: ở thưa hơn", "Trial: less crowded", "Проба: меньше скученность";
    /// Name of a new setting.
    NAME_EMPTY = "Cách đặt {n}", "Settings {n}", "Настройки {n}";
    /// Name of a copy.
    NAME_COPY = "{name} (bản sao)", "{name} (copy)", "{name} (копия)";
    /// Label.
    SETTING = "Cách đặt đang dùng", "Settings in use", "Используемые настройки";
    /// Label.
    NAME = "Tên", "Name", "Название";
    /// Problem at the name.
    NAME_NEEDED = "Tên không được để trống và dài tối đa {max} ký tự. Tên cũ được giữ.", "A name is needed, of {max} characters at most. The old one stays.", "Нужно название не длиннее {max} знаков. Прежнее сохранено.";
    /// Button.
    COPY = "Sao chép", "Copy", "Копировать";
    /// Button.
    RETIRE = "Ngừng dùng", "Retire", "Убрать";
    /// Summary of a fold.
    RETIRED = "Đã ngừng dùng", "Retired", "Убранные";
    /// Button.
    PUT_BACK = "Dùng lại “{name}”", "Put “{name}” back", "Вернуть «{name}»";
    /// Heading.
    PARTS = "Chỉ tiêu và trọng số", "Indicators and weights", "Показатели и веса";
    /// Summary of a fold.
    CHOOSE = "Chọn chỉ tiêu", "Choose indicators", "Выбрать показатели";
    /// Behind an indicator: how many areas have a figure.
    KNOWN_OF = "{n}/{all} có số liệu", "{n} of {all} have a figure", "есть у {n} из {all}";
    /// Column head.
    INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Column head.
    DIRECTION = "Chiều tốt", "Good direction", "Хорошее направление";
    /// Column head.
    WEIGHT = "Trọng số", "Weight", "Вес";
    /// Column head.
    SHARE_OF_WEIGHTS = "Phần trong tổng", "Part of all", "Доля в сумме";
    /// Column head.
    FIGURES = "Số liệu", "Figures", "Данные";
    /// Choice.
    HIGHER = "cao hơn là tốt", "higher is better", "больше лучше";
    /// Choice.
    LOWER = "thấp hơn là tốt", "lower is better", "меньше лучше";
    /// Choice that is none yet.
    DECIDE = "hãy chọn", "please decide", "выберите";
    /// Behind the indicator's own direction.
    BY_DEFAULT = "{direction} (mặc định)", "{direction} (default)", "{direction} (по умолчанию)";
    /// Problem at a direction.
    UNDECIDED = "Chỉ tiêu này không có chiều tốt sẵn. Hãy chọn cao hơn hay thấp hơn là tốt.", "This indicator has no good direction of its own. Decide whether higher or lower is better.", "У показателя нет своего хорошего направления. Решите, что лучше: больше или меньше.";
    /// Accessible name of a field.
    DIRECTION_OF = "Chiều tốt: {name}", "Good direction: {name}", "Хорошее направление: {name}";
    /// Accessible name of a slider.
    SLIDER_OF = "Thanh trọng số: {name}", "Weight slider: {name}", "Ползунок веса: {name}";
    /// Accessible name of a field.
    WEIGHT_OF = "Trọng số: {name}", "Weight: {name}", "Вес: {name}";
    /// Button.
    TAKE_OUT = "Bỏ", "Take out", "Убрать";
    /// Accessible name of that button.
    TAKE_OUT_NAMED = "Bỏ: {name}", "Take out: {name}", "Убрать: {name}";
    /// Problem at a number field.
    OUT_OF_RANGE = "“{text}” không dùng được. Nhập một số từ {min} đến {max}. Số cũ được giữ.", "“{text}” cannot be used. Enter a number from {min} to {max}. The old one stays.", "«{text}» не подходит. Введите число от {min} до {max}. Прежнее сохранено.";
    /// How a count is counted.
    COUNTED_SHARE = "tính theo % của “{base}”", "counted in % of “{base}”", "в % от «{base}»";
    /// How a count is counted.
    COUNTED_BY = "tính {divisor}", "counted {divisor}", "в расчёте {divisor}";
    /// How a count is counted, where no base is known.
    COUNTED_PLAIN = "số đếm nguyên: nơi đông hơn có nhiều hơn", "a plain count: larger wards have more", "простое число: в больших районах больше";
    /// Figures that are sums of some streets only.
    PARTLY = "biết một phần nên bỏ ra: {n}", "known in part, left out: {n}", "известны частично, не учтены: {n}";
    /// Which ones.
    PARTIAL = "Mới có báo cáo của một số phố, thôn nên chưa tính, coi như chưa có số liệu. {list}.", "Only some streets and villages have reported these, so they count as missing. {list}.", "Отчитались лишь некоторые улицы и деревни, поэтому считается, что данных нет. {list}.";
    /// One indicator of them.
    PARTIAL_OF = "{indicator}: {list}", "{indicator}: {list}", "{indicator}: {list}";
    /// One area of them.
    PARTIAL_AREA = "{name} ({n}/{of})", "{name} ({n} of {of})", "{name} ({n} из {of})";
    /// In place of an indicator's name.
    GONE = "chỉ tiêu không còn ({id})", "an indicator that is gone ({id})", "показателя больше нет ({id})";
    /// Without parts.
    NO_PARTS = "Chưa chọn chỉ tiêu nào. Mở “Chọn chỉ tiêu” ở trên.", "No indicator is chosen yet. Open “Choose indicators” above.", "Показатели не выбраны. Откройте «Выбрать показатели» выше.";
    /// Heading.
    METHOD = "Cách tính", "Method", "Метод";
    /// Label.
    NORMALISATION = "Đưa về cùng thang", "Common scale", "Общая шкала";
    /// Choice.
    MIN_MAX = "từ thấp nhất đến cao nhất", "from worst to best", "от худшего до лучшего";
    /// Choice.
    Z_SCORE = "số độ lệch chuẩn so với trung bình", "standard deviations from the mean", "отклонения от среднего";
    /// Choice.
    RANK = "theo thứ hạng", "by rank", "по местам";
    /// Choice.
    TARGET = "phần đường tới mục tiêu (không có thì tới nơi tốt nhất)", "part of the way to the target (without one, to the best)", "доля пути до цели (если её нет, до лучшего)";
    /// What an indicator is measured by on that scale: targets of all areas.
    TO_TARGETS = "thang mục tiêu: so với mục tiêu đã đặt", "scale of targets: by the targets set", "шкала целей: по заданным целям";
    /// What an indicator is measured by on that scale: targets of some areas.
    TO_SOME_TARGETS = "thang mục tiêu: {n}/{all} nơi so với mục tiêu của mình, các nơi khác so với nơi tốt nhất", "scale of targets: {n} of {all} by their targets, the others by the best ward", "шкала целей: {n} из {all} по своим целям, остальные по лучшему";
    /// What an indicator is measured by on that scale: no targets.
    TO_BEST = "thang mục tiêu: chưa có mục tiêu, so với nơi tốt nhất", "scale of targets: no target, so by the best ward", "шкала целей: цели нет, по лучшему району";
    /// What an indicator is measured by on that scale: targets for the other direction.
    TO_BEST_TURNED = "thang mục tiêu: mục tiêu theo chiều ngược lại, nên so với nơi tốt nhất", "scale of targets: the targets are for the other direction, so by the best ward", "шкала целей: цели заданы для другого направления, по лучшему району";
    /// Label.
    AGGREGATION = "Cộng gộp", "Put together by", "Объединение";
    /// Choice.
    ARITHMETIC = "trung bình cộng: mạnh bù được yếu", "arithmetic mean: strengths make up for weaknesses", "среднее арифметическое: сильное возмещает слабое";
    /// Choice.
    GEOMETRIC = "trung bình nhân: chỉ bù được một phần", "geometric mean: they do so in part only", "среднее геометрическое: возмещает лишь отчасти";
    /// Label.
    THRESHOLD = "Cần có số liệu, % trọng số", "Figures needed, % of the weights", "Нужны данные, % весов";
    /// Label.
    SPREAD = "Thử đổi trọng số, ± %", "Try other weights, ± %", "Менять веса, ± %";
    /// Label.
    SEED = "Số khởi đầu của phép thử", "Seed of the draws", "Начальное число";
    /// Label.
    VARY = "Thử cả các thang khác", "Try the other scales too", "Пробовать и другие шкалы";
    /// Heading.
    RANKING = "Xếp hạng", "Ranking", "Ранжирование";
    /// What the interval is.
    RANKING_NOTE = "Điểm và thứ hạng; dải là nơi thứ hạng nằm trong 9 trên 10 lần của {n} phép thử. Nơi không qua bộ lọc bị mờ đi nhưng vẫn được tính.", "Score and rank; the band is where the rank lies in 9 of 10 of {n} draws. Wards that do not pass the filters are dimmed, and still counted.", "Балл и место; полоса показывает, где место лежит в 9 из 10 случаев при {n} пробах. Районы вне фильтра бледнее, но учтены.";
    /// What the ranking says, where the first is seldom first in the draws.
    UNSURE = "{name} đứng đầu theo số giữa, nhưng chưa tới 1 trong 20 phép thử cho như vậy; thứ hạng nằm từ {best} đến {worst}: số liệu này không đủ để phân biệt các nơi.", "{name} is first by the middle figures, but in fewer than 1 of 20 draws; its rank lies between {best} and {worst}: these figures cannot tell the wards apart.", "По средним значениям первое место: {name}, но так выходит реже чем в 1 пробе из 20; место лежит от {best} до {worst}: эти числа не различают места.";
    /// What the ranking says, where hardly any draw has another first.
    SETTLED = "{name} đứng đầu trong ít nhất 19 trên 20 phép thử: trọng số khác hay độ chưa chắc của số liệu không làm thay đổi điều đó.", "{name} is first in at least 19 of 20 draws: neither other weights nor doubts about the figures change that.", "Первое место: {name}, не реже чем в 19 пробах из 20: ни другие веса, ни неточность чисел этого не меняют.";
    /// What the ranking says elsewhere.
    SURE = "{name} đứng đầu; thứ hạng của nơi này nằm từ {best} đến {worst}. {n} nơi có thể đứng thứ nhất.", "{name} is first; its rank lies between {best} and {worst}. So many could be first: {n}.", "Первое место: {name}; место лежит от {best} до {worst}. Первыми могли бы быть: {n}.";
    /// Column head.
    HEAD_RANK = "Hạng", "Rank", "Место";
    /// Column head.
    HEAD_AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Column head.
    HEAD_SCORE = "Điểm", "Score", "Балл";
    /// Column head.
    HEAD_INTERVAL = "Khoảng hạng 5–95%", "Rank, 5–95%", "Место, 5–95 %";
    /// Column head.
    HEAD_KNOWN = "Có số liệu", "Known", "Известно";
    /// Column head.
    HEAD_OTHER = "Hạng theo “{name}”", "Rank by “{name}”", "Место по «{name}»";
    /// Column head.
    HEAD_DIFFERENCE = "Chênh lệch", "Difference", "Разница";
    /// Column head.
    HEAD_SHORTLIST = "Đề xuất khen", "Shortlist", "Список";
    /// A rank interval.
    FROM_TO = "{best}–{worst}", "{best}–{worst}", "{best}–{worst}";
    /// Head of a list.
    REFUSED = "Chưa xếp hạng, vì quá ít số liệu (cần {n} trọng số)", "Not ranked, since too little is known (needed: {n} of the weights)", "Без места: слишком мало данных (нужно {n} весов)";
    /// One of them.
    REFUSED_AREA = "{name}: có {n}", "{name}: {n} known", "{name}: известно {n}";
    /// Why there is no ranking.
    WHY_EMPTY = "Hãy chọn ít nhất một chỉ tiêu.", "Choose one indicator at least.", "Выберите хотя бы один показатель.";
    /// Why there is no ranking.
    WHY_UNDECIDED = "Chưa xếp hạng được: hãy chọn chiều tốt của {list}.", "No ranking yet: decide which direction is good for {list}.", "Пока нет ранжирования: выберите хорошее направление для: {list}.";
    /// Why there is no ranking.
    WHY_NO_WEIGHT = "Mọi trọng số đều bằng 0. Hãy tăng ít nhất một trọng số.", "All weights are 0. Raise one at least.", "Все веса равны 0. Увеличьте хотя бы один.";
    /// Why there is no ranking.
    WHY_GEOMETRIC = "Không thể lấy trung bình nhân của độ lệch chuẩn. Hãy chọn thang khác hoặc trung bình cộng.", "Standard deviations have no geometric mean. Choose another scale, or the arithmetic mean.", "У отклонений нет среднего геометрического. Выберите другую шкалу или среднее арифметическое.";
    /// Why there is no ranking.
    WHY_TOO_LITTLE = "Không nơi nào có đủ số liệu. Hãy nhập báo cáo, bật ước tính hoặc hạ mức cần có.", "Of no ward is enough known. Enter reports, switch estimates on, or lower what is needed.", "Ни по одному району нет достаточно данных. Внесите отчёты, включите оценки или снизьте требование.";
    /// Label.
    COMPARE = "So với cách đặt", "Compare with", "Сравнить с";
    /// Choice.
    COMPARE_NONE = "không so", "nothing", "не сравнивать";
    /// What rings are.
    RINGS = "Vòng tròn trong biểu đồ là thứ hạng theo “{name}”.", "Rings in the chart are ranks by “{name}”.", "Кольца на диаграмме показывают место по «{name}».";
    /// Those that move most.
    MOVERS = "Đổi hạng nhiều nhất: {list}.", "Most places are changed by: {list}.", "Больше всего меняют место: {list}.";
    /// Nobody moves.
    NO_MOVERS = "Không nơi nào đổi hạng.", "No ward changes its place.", "Ни один район не меняет место.";
    /// Two things in the same order cannot be compared.
    COMPARE_FAULT = "“{name}” chưa cho ra xếp hạng: {why}", "“{name}” gives no ranking: {why}", "«{name}» не даёт ранжирования: {why}";
    /// Heading.
    MOVES = "Điều gì nâng hay hạ một nơi", "What moves a ward", "Что двигает район";
    /// Label.
    AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Name of a sum.
    PULL_TOTAL = "So với trung bình", "Against the mean", "К среднему";
    /// What the bars are.
    PULL_NOTE = "Thanh bên phải nâng nơi này lên trên mức trung bình, bên trái kéo xuống.", "Bars to the right lift the ward above the mean, those to the left pull it down.", "Полосы вправо поднимают район над средним, влево тянут вниз.";
    /// In words.
    MOVE_WORDS = "{name}: hạng {rank}. Nâng nhiều nhất: {up}. Kéo xuống nhiều nhất: {down}.", "{name}: rank {rank}. Lifted most by {up}; pulled down most by {down}.", "{name}: место {rank}. Больше всего поднимает: {up}; больше всего тянет вниз: {down}.";
    /// In place of an indicator.
    NOTHING = "không có", "nothing", "ничего";
    /// Column head.
    HEAD_GIVES = "Góp vào điểm", "Gives to the score", "Вклад в балл";
    /// Column head.
    HEAD_PULL = "So với trung bình", "Against the mean", "К среднему";
    /// Column head.
    HEAD_WITHOUT = "Nếu bỏ chỉ tiêu này", "If it is left out", "Если его убрать";
    /// Places.
    GAINS = "lên {n} bậc", "up {n}", "вверх на {n}";
    /// Places.
    LOSES = "xuống {n} bậc", "down {n}", "вниз на {n}";
    /// Places.
    STAYS = "giữ nguyên", "same", "без изменений";
    /// For geometric means.
    LOG_NOTE = "Với trung bình nhân, các phần cộng lại thành logarit của điểm.", "For a geometric mean the parts add up to the logarithm of the score.", "При среднем геометрическом части складываются в логарифм балла.";
    /// Heading.
    FUNNEL = "Tỷ lệ và ngẫu nhiên", "Shares and chance", "Доли и случайность";
    /// Why.
    FUNNEL_NOTE = "Nơi ít hộ dễ có tỷ lệ rất cao hay rất thấp chỉ do ngẫu nhiên. Trong khoảng giữa hai đường, chênh lệch không phải căn cứ để khen hay chê.", "In a small ward chance alone easily makes a share very high or very low. Between the lines a difference is no ground for praise or blame.", "В маленьком районе доля легко становится очень высокой или низкой просто случайно. Между линиями разница не повод ни хвалить, ни ругать.";
    /// Label.
    SHARE = "Tỷ lệ", "Share", "Доля";
    /// A share.
    SHARE_NAME = "{count} / {base}", "{count} of {base}", "{count} / {base}";
    /// Which share of all.
    OVERALL = "Tất cả các nơi có số liệu: {share}.", "All wards with figures: {share}.", "Все районы с данными: {share}.";
    /// Base that stands for another.
    STANDS_FOR = "Số hộ điều tra 2019 thay cho số gia đình được xét, vì số đó không có theo phường, xã.", "The households of the census of 2019 stand for the families assessed, whose numbers by ward are not public.", "Домохозяйства переписи 2019 года заменяют число рассмотренных семей: по районам оно не опубликовано.";
    /// Nothing to judge.
    FUNNEL_EMPTY = "Chưa có phường, xã nào có cả hai số. Số ước tính không được xét. Hãy nhập báo cáo.", "No ward has both numbers yet. Estimates are not judged. Enter reports.", "Ни у одного района нет обоих чисел. Оценки не рассматриваются. Внесите отчёты.";
    /// A line of the plot.
    LIMIT_USUAL = "95%", "95%", "95 %";
    /// A line of the plot.
    LIMIT_RARE = "99,8%", "99.8%", "99,8 %";
    /// Axes.
    FUNNEL_AXES = "Ngang: {base}. Dọc: tỷ lệ.", "Across: {base}. Up: the share.", "По горизонтали: {base}. По вертикали: доля.";
    /// Verdict.
    INSIDE = "không khác mức chung", "no more than chance", "в пределах случайного";
    /// Verdict.
    BELOW = "thấp hơn, ngoài 95%", "lower, beyond 95%", "ниже, за пределами 95 %";
    /// Verdict.
    FAR_BELOW = "thấp hơn rõ, ngoài 99,8%", "clearly lower, beyond 99.8%", "заметно ниже, за пределами 99,8 %";
    /// Verdict.
    ABOVE = "cao hơn, ngoài 95%", "higher, beyond 95%", "выше, за пределами 95 %";
    /// Verdict.
    FAR_ABOVE = "cao hơn rõ, ngoài 99,8%", "clearly higher, beyond 99.8%", "заметно выше, за пределами 99,8 %";
    /// In place of a verdict.
    NOT_ESTIMATED = "ước tính, không xét", "estimated, not judged", "оценка, не рассматривается";
    /// In place of a verdict.
    NOT_KNOWN = "chưa có số liệu", "no figure", "нет данных";
    /// In place of a verdict.
    ABOVE_BASE = "số đếm lớn hơn tổng, không xét", "more than its base, not judged", "больше основы, не рассматривается";
    /// Column head.
    HEAD_COUNT = "Số đếm", "Count", "Число";
    /// Column head.
    HEAD_BASE = "Trên tổng", "Of", "Из";
    /// Column head.
    HEAD_SHARE = "Tỷ lệ", "Share", "Доля";
    /// Column head.
    HEAD_STATE = "Loại số liệu", "State", "Состояние";
    /// Column head.
    HEAD_VERDICT = "Nhận xét", "Verdict", "Вывод";
    /// Summary of a fold.
    AS_TABLE = "Xem dạng bảng", "As a table", "Таблицей";
    /// Heading.
    SHORTLIST = "Danh sách đề xuất khen thưởng", "Shortlist", "Список к поощрению";
    /// What it is.
    SHORTLIST_NOTE = "Danh sách do con người quyết định, với lý do do con người viết. Nhật ký ghi ai đã chọn và khi nào. Không nhập tên cá nhân: cá nhân chỉ được đếm theo chức danh.", "People decide on this list and write the reasons. The journal keeps who chose and when. No names of persons are entered: individuals are counted by role only.", "Список и причины определяют люди. Журнал хранит, кто и когда выбрал. Имена людей не вносятся: отдельные лица только считаются по должностям.";
    /// Label.
    ADD = "Thêm phường, xã", "Add a ward or commune", "Добавить район или коммуну";
    /// Button.
    ADD_BUTTON = "Thêm", "Add", "Добавить";
    /// Button.
    ADD_SELECTED = "Thêm các nơi đang chọn ({n})", "Add the chosen ones ({n})", "Добавить выбранные ({n})";
    /// Empty.
    SHORTLIST_EMPTY = "Chưa có nơi nào trong danh sách.", "Nobody is on the list yet.", "В списке пока никого нет.";
    /// Sum.
    TOTALS = "Tập thể: {areas}/{max}. Cá nhân: {people}/{max_people}.", "Collectives: {areas} of {max}. Individuals: {people} of {max_people}.", "Коллективы: {areas} из {max}. Отдельные лица: {people} из {max_people}.";
    /// Warning.
    TOO_MANY = "Hội nghị đã khen {max} tập thể; danh sách nhiều hơn {n}.", "The conference honoured {max} collectives; the list has {n} more.", "Конференция поощрила {max} коллективов; в списке на {n} больше.";
    /// Warning.
    TOO_MANY_PEOPLE = "Hội nghị đã khen {max} cá nhân; danh sách nhiều hơn {n}.", "The conference honoured {max} individuals; the list has {n} more.", "Конференция поощрила {max} отдельных лиц; в списке на {n} больше.";
    /// Warning.
    NO_REASON = "Chưa ghi lý do: {list}.", "No reason is written for: {list}.", "Причина не указана: {list}.";
    /// Label.
    REASON = "Lý do", "Reason", "Причина";
    /// Accessible name.
    REASON_OF = "Lý do: {name}", "Reason: {name}", "Причина: {name}";
    /// Switch in a table.
    ON_LIST = "{name}: đưa vào danh sách", "{name}: on the shortlist", "{name}: в списке";
    /// Button.
    REMOVE = "Bỏ khỏi danh sách", "Take off the list", "Убрать из списка";
    /// Accessible name of that button.
    REMOVE_NAMED = "Bỏ khỏi danh sách: {name}", "Take off the list: {name}", "Убрать из списка: {name}";
    /// Not a collective, but with people or a reason.
    NOT_COLLECTIVE = "không khen tập thể", "not as a collective", "не как коллектив";
    /// Button.
    AS_COLLECTIVE = "Khen tập thể {name}", "Commend {name} as a collective", "Поощрить коллектив: {name}";
    /// Heading.
    INDIVIDUALS = "Cá nhân theo chức danh", "Individuals by role", "Отдельные лица по должностям";
    /// Label.
    ROLE = "Chức danh (không ghi tên)", "Role (no name)", "Должность (без имени)";
    /// Label.
    COUNT = "Số người", "How many", "Сколько";
    /// Accessible name.
    COUNT_OF = "Số người: {role}, {name}", "How many: {role}, {name}", "Сколько: {role}, {name}";
    /// Button.
    COUNT_ADD = "Ghi", "Enter", "Внести";
    /// Problem.
    ROLE_NEEDED = "Hãy ghi chức danh, tối đa {max} ký tự.", "Enter a role, of {max} characters at most.", "Укажите должность, не длиннее {max} знаков.";
    /// Proposed role.
    ROLE_HEAD = "trưởng phố, thôn", "head of a street or village", "староста улицы или деревни";
    /// Proposed role.
    ROLE_SECRETARY = "bí thư chi bộ", "secretary of a party cell", "секретарь партийной ячейки";
    /// Proposed role.
    ROLE_FRONT = "trưởng ban công tác mặt trận", "head of a Front committee", "руководитель комитета Фронта";
    /// Proposed role.
    ROLE_OFFICER = "cán bộ, công chức", "ward officer", "служащий района";
    /// Heading.
    CERTIFICATES = "Danh sách khen thưởng để in", "List of certificates for print", "Список грамот для печати";
    /// How to print.
    PRINT_NOTE = "In bằng lệnh in của trình duyệt (Ctrl+P): trên giấy chỉ có danh sách này.", "Print with the browser (Ctrl+P): only this list comes on paper.", "Печатайте средствами браузера (Ctrl+P): на бумаге будет только этот список.";
    /// Heading of a table.
    COLLECTIVES = "Tập thể", "Collectives", "Коллективы";
    /// Column head.
    HEAD_NUMBER = "TT", "No.", "№";
    /// Column head.
    HEAD_ROLE = "Chức danh", "Role", "Должность";
    /// Column head.
    HEAD_HOW_MANY = "Số giấy khen", "Certificates", "Грамот";
    /// Row of a sum.
    SUM = "Tổng số", "All", "Всего";
    /// Who and when.
    CHOSEN_BY = "Người chọn", "Chosen by", "Кто выбрал";
    /// Date and signature.
    SIGN_PLACE = "{place}, {date}", "{place}, {date}", "{place}, {date}";
    /// Place for a signature.
    SIGNATURE = "Ký và ghi rõ chức vụ", "Signature and office", "Подпись и должность";
    /// Empty.
    CERTIFICATES_EMPTY = "Danh sách trống cho đến khi có nơi được đề xuất.", "The list is empty until somebody is on the shortlist.", "Список пуст, пока никто не внесён к поощрению.";
    /// Reason that is missing.
    WITHOUT_REASON = "(chưa ghi lý do)", "(no reason written)", "(причина не указана)";
    /// On paper while practice figures are loaded.
    PRACTICE = "Đang nạp số liệu luyện tập: danh sách này chỉ để tập.", "Practice figures are loaded: this list is for training.", "Загружены учебные данные: список только для тренировки.";
    /// Conflict.
    DIFFERS = "Ý kiến khác nhau: {what}", "People differ: {what}", "Мнения расходятся: {what}";
    /// Field of a conflict.
    FIELD_CHOSEN = "cách đặt đang dùng", "settings in use", "используемые настройки";
    /// Field of a conflict.
    FIELD_LISTED = "khen tập thể", "commended as a collective", "поощрение коллектива";
    /// Value in a conflict: no field.
    NOT_IN = "không có", "not in it", "не входит";
    /// Undoes the retiring in a conflict.
    KEPT = "giữ lại", "kept", "оставить";
    /// Field of a conflict.
    FIELD_RETIRED = "còn dùng hay không", "retired or not", "убрать или нет";
}
