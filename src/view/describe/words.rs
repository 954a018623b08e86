//! The words of this room's sentences.
//!
//! Russian names of areas stand in brackets, because Vietnamese names are not declined. "Phường" and "xã" are
//! translated as «район» and «коммуна».

crate::words! {
    /// One area alone.
    HEAD_ONE = "{label}: {value} ở {name}", "{label}: {value} in {name}", "{label}: {value} ({name})";
    /// The only area that passes has no figure.
    HEAD_ONE_MISSING = "{label}: {name} không có số liệu", "{label}: no figure for {name}",
        "{label}: нет данных ({name})";
    /// From the least to the greatest figure.
    HEAD_RANGE = "{label}: từ {min} ở {min_name} đến {max} ở {max_name}",
        "{label}: from {min} in {min_name} to {max} in {max_name}",
        "{label}: от {min} ({min_name}) до {max} ({max_name})";
    /// All areas have the same figure.
    HEAD_SAME = "{label}: đều là {value}", "{label}: {value} everywhere", "{label}: везде {value}";
    /// How many areas answer so.
    HEAD_ANSWER = "{n} {name}", "{name} in {n}", "{name} в {n}";
    /// No area of the whole data set has a figure.
    HEAD_NO_FIGURES = "{label}: không có số liệu công khai theo phường, xã", "{label}: no figures by ward are public",
        "{label}: данных по районам нет в открытом доступе";
    /// Of the areas that pass none has a figure.
    HEAD_NONE_KNOWN = "{label}: các phường, xã đang hiện không có số liệu", "{label}: no figure for any ward shown",
        "{label}: по показанным районам данных нет";
    /// No area passes.
    HEAD_NONE_PASSES = "Không có phường, xã nào thoả bộ lọc", "No ward passes the filters",
        "Под фильтры не подходит ни один район";
    /// All figures in the sentence are estimates.
    ALL_ESTIMATED = "; số liệu ước tính", "; estimated", "; это оценка";
    /// Some of the figures are estimates.
    SOME_ESTIMATED = "; ước tính {n} trên {of}", "; {n} of {of} estimated", "; оценка в {n} из {of}";
    /// What an estimate of yes and no is, behind the label.
    PROBABILITY = "xác suất đạt", "probability of a yes", "вероятность ответа «да»";
    /// Rank of an area whose figure is not known for sure.
    RANK_BETWEEN = "hạng {best} đến {worst} trên {n}", "rank {best} to {worst} of {n}", "место с {best} по {worst} из {n}";
    /// The same, by the figure divided by what was taken as weight.
    RANK_BETWEEN_PER = "hạng {best} đến {worst} trên {n} nếu tính {per}", "rank {best} to {worst} of {n} {per}",
        "место с {best} по {worst} из {n} в расчёте {per}";
    /// An estimate with its interval, in a cell.
    WITH_INTERVAL = "{value} (90%: {low} đến {high})", "{value} (90%: {low} to {high})", "{value} (90\u{a0}%: от {low} до {high})";
    /// A sum with estimates in it, with its interval.
    SUM_BETWEEN = "{value} ({low} đến {high})", "{value} ({low} to {high})", "{value} (от {low} до {high})";
    /// How many of the areas shown have a figure.
    KNOWN_OF = "(có số liệu: {known} trên {of})", "({known} of {of} known)", "(известно: {known} из {of})";
    /// The city's figure, comparable with the areas'.
    CITY = "; toàn thành phố {value}", "; city {value}", "; по городу {value}";
    /// The city's total.
    CITY_TOTAL = "; tổng toàn thành phố {value}", "; city total {value}", "; всего по городу {value}";
    /// What the city published where areas have no figures.
    CITY_REPORTS = "; thành phố công bố {value}", "; the city reports {value}", "; по городу сообщается: {value}";
    /// A part of a base.
    N_OF = "{n} trên {of}", "{n} of {of}", "{n} из {of}";
    /// The base alone, behind a number.
    OF = "trên {of}", "of {of}", "из {of}";
    /// A base that is only known within limits.
    OF_IMPLIED = "trên {low} đến {high} (suy ra từ tỷ lệ đã công bố)",
        "of {low} to {high} (implied by the printed share)",
        "из {low}–{high} (следует из напечатанной доли)";
    /// More than in the period compared with.
    MORE = "tăng {n}", "{n} more", "на {n} больше";
    /// Less than in the period compared with.
    LESS = "giảm {n}", "{n} fewer", "на {n} меньше";

    /// A ward by name.
    WARD = "phường {name}", "{name}, ward", "{name}, район";
    /// A commune by name.
    COMMUNE = "xã {name}", "{name}, commune", "{name}, коммуна";
    /// What an area's figure is when there is none.
    NO_FIGURE = "không có số liệu", "no figure", "нет данных";
    /// The answer yes.
    YES = "có", "yes", "да";
    /// The answer no.
    NO = "không", "no", "нет";
    /// Class by position.
    CLASS_OF = "nhóm {k} trên {n}", "class {k} of {n}", "класс {k} из {n}";
    /// Rank by position.
    RANK_OF = "hạng {k} trên {n}", "rank {k} of {n}", "место {k} из {n}";
    /// Rank held by several.
    RANK_SHARED = "hạng {k} trên {n} (đồng hạng: {tied})", "rank {k} of {n} (shared by {tied})",
        "место {k} из {n} (делят {tied})";
    /// Above the city's figure.
    HIGHER = "cao hơn mức chung của thành phố", "higher than the city", "выше, чем по городу";
    /// About the city's figure.
    SIMILAR = "tương đương mức chung của thành phố", "similar to the city", "примерно как по городу";
    /// Below the city's figure.
    LOWER = "thấp hơn mức chung của thành phố", "lower than the city", "ниже, чем по городу";
    /// State of a figure that was entered or imported here.
    REPORTED = "theo báo cáo", "reported", "по отчёту";
    /// State of a computed figure.
    ESTIMATED = "ước tính", "estimated", "оценка";
    /// State of a computed figure with its interval.
    ESTIMATED_BETWEEN = "ước tính, khoảng ước lượng 90%: {low} đến {high}", "estimated, 90% interval {low} to {high}",
        "оценка, 90-процентный интервал: от {low} до {high}";
    /// State of an invented figure.
    PRACTICE = "số liệu luyện tập", "practice figure", "учебное значение";

    /// The lowest class.
    CLASS_UNDER = "dưới {high}", "under {high}", "меньше {high}";
    /// A class between two breaks of whole numbers, both ends included.
    CLASS_WHOLE = "{low} đến {high}", "{low} to {high}", "от {low} до {high}";
    /// A class between two breaks, the upper end left out.
    CLASS_BETWEEN = "{low} đến dưới {high}", "{low} to under {high}", "от {low}, но меньше {high}";
    /// The highest class.
    CLASS_OVER = "từ {low} trở lên", "{low} and over", "{low} и больше";

    /// Chip of the search text.
    CHIP_SEARCH = "tên: “{text}”", "name: “{text}”", "название: «{text}»";
    /// Chip of a range with both ends.
    CHIP_BETWEEN = "{label}: {min} đến {max}", "{label}: {min} to {max}", "{label}: от {min} до {max}";
    /// Chip of a range with a lower end.
    CHIP_AT_LEAST = "{label}: từ {min}", "{label}: at least {min}", "{label}: от {min}";
    /// Chip of a range with an upper end.
    CHIP_AT_MOST = "{label}: không quá {max}", "{label}: at most {max}", "{label}: до {max}";
    /// Chip of a range with one value.
    CHIP_EXACTLY = "{label}: {min}", "{label}: {min}", "{label}: {min}";
    /// Chip of legend entries.
    CHIP_CLASSES = "nhóm: {list}", "classes: {list}", "классы: {list}";
    /// Chip of areas with notes.
    CHIP_NOTES = "có ghi chú", "with notes", "с заметками";
    /// Chip of the chosen areas, with a few names.
    CHIP_CHOSEN = "chỉ các phường, xã đã chọn: {names}", "chosen only: {names}", "только выбранные: {names}";
    /// Chip of the chosen areas, when nothing is chosen.
    CHIP_CHOSEN_NONE = "chỉ các phường, xã đã chọn: chưa chọn", "chosen only: none is chosen",
        "только выбранные: ничего не выбрано";
    /// Names that are not listed any more.
    AND_MORE = "{names} và {n} nơi khác", "{names} and {n} more", "{names} и ещё {n}";
    /// Kind in a chip.
    KIND_WARD = "phường", "ward", "район";
    /// Kind in a chip.
    KIND_COMMUNE = "xã", "commune", "коммуна";
    /// Chip of settlements.
    CHIP_SETTLEMENTS = "khu vực: {list}", "settlement: {list}", "тип поселения: {list}";
    /// Settlement in a chip.
    URBAN = "thành thị", "urban", "городское";
    /// Settlement in a chip.
    RURAL = "nông thôn", "rural", "сельское";
    /// Settlement in a chip.
    MIXED = "vừa thành thị vừa nông thôn", "mixed", "смешанное";

    /// The whole address could not be read.
    LINK_TOO_LONG = "Liên kết quá dài nên không được đọc: “{value}”",
        "The link is too long and was not read: “{value}”",
        "Ссылка слишком длинная и не прочитана: «{value}»";
    /// No such page.
    LINK_VIEW = "Liên kết trỏ đến trang không có: “{value}”", "The link names a page that does not exist: “{value}”",
        "Ссылка ведёт на страницу, которой нет: «{value}»";
    /// No such part.
    LINK_PART = "Liên kết có phần không rõ: “{part}”", "The link has an unknown part: “{part}”",
        "В ссылке есть неизвестная часть: «{part}»";
    /// A part or item stands twice.
    LINK_REPEATED = "Liên kết nêu “{part}” nhiều lần: “{value}”",
        "The link states “{part}” more than once: “{value}”",
        "В ссылке «{part}» указано несколько раз: «{value}»";
    /// A broken escape.
    LINK_ENCODING = "Một phần của liên kết bị hỏng: “{part}={value}”",
        "A part of the link is damaged: “{part}={value}”",
        "Часть ссылки повреждена: «{part}={value}»";
    /// No such indicator.
    LINK_INDICATOR = "Bộ số liệu không có chỉ tiêu “{value}”", "The data set has no indicator “{value}”",
        "В наборе данных нет показателя «{value}»";
    /// No such area.
    LINK_AREA = "Bộ số liệu không có phường, xã mang mã “{value}”",
        "The data set has no ward with the code “{value}”",
        "В наборе данных нет района с кодом «{value}»";
    /// An unknown word.
    LINK_WORD = "Liên kết có giá trị không rõ: “{part}={value}”", "The link has an unknown value: “{part}={value}”",
        "В ссылке неизвестное значение: «{part}={value}»";
    /// Not a number.
    LINK_NUMBER = "Liên kết có số không đọc được: “{part}={value}”",
        "The link has a number that cannot be read: “{part}={value}”",
        "В ссылке число, которое нельзя прочитать: «{part}={value}»";
    /// A number out of range.
    LINK_RANGE = "Liên kết có số ngoài phạm vi cho phép: “{part}={value}”",
        "The link has a number outside what is allowed: “{part}={value}”",
        "В ссылке число вне допустимого: «{part}={value}»";
    /// Not divisible so.
    LINK_DIVIDED = "Chỉ tiêu này không chia được như vậy: “{value}”", "The indicator cannot be divided like this: “{value}”",
        "Показатель нельзя так делить: «{value}»";
    /// A part is too long.
    LINK_LONG_PART = "Một phần của liên kết quá dài: “{part}={value}”",
        "A part of the link is too long: “{part}={value}”",
        "Часть ссылки слишком длинная: «{part}={value}»";
}

crate::plurals! {
    /// Problems of a link that are not listed.
    LINK_MORE = "và {n} chỗ khác",
        ["and {n} more", "and {n} more"],
        ["и ещё {n} место", "и ещё {n} места", "и ещё {n} мест"];
}
