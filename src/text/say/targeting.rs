//! Targets: rules, what they come to, the page of small charts, the area sheet.

crate::words! {
    /// Heading.
    TITLE = "Mục tiêu: {name}", "Targets: {name}", "Цели: {name}";
    /// What the page is for.
    INTRO = "Mỗi chỉ tiêu có một quy tắc cho mọi phường, xã; nơi nào cần thì có quy tắc riêng.", "Each indicator has one rule for all areas; where it is needed, an area has a rule of its own.", "У каждого показателя одно правило для всех; где нужно, у района своё.";
    /// Choice.
    INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Heading of the list of indicators that have rules.
    ALL_TITLE = "Chỉ tiêu đã có mục tiêu", "Indicators with targets", "Показатели с целями";
    /// Column head.
    HEAD_AREAS = "Cho", "For", "Для кого";
    /// Column head.
    HEAD_RULE = "Quy tắc", "Rule", "Правило";
    /// Column head.
    HEAD_COMES_TO = "Thành số", "Comes to", "Что получается";
    /// Column head.
    HEAD_SET_BY = "Người đặt", "Set by", "Кто поставил";
    /// Column head.
    HEAD_ACTIONS = "Thao tác", "Actions", "Действия";
    /// Column head.
    HEAD_OWN = "Quy tắc riêng", "Rules of their own", "Своих правил";
    /// For all areas.
    ALL_AREAS = "Mọi phường, xã", "All areas", "Все районы и коммуны";
    /// For the areas chosen on the map.
    CHOSEN_AREAS = "Nơi đã chọn trên bản đồ ({n})", "Areas chosen on the map ({n})", "Выбранные на карте ({n})";
    /// Where the rule of an indicator of one's own stands.
    OF_INDICATOR = "ghi trong chỉ tiêu tự thêm", "stands with the indicator", "задано в показателе";
    /// Empty list of rules.
    NO_RULES = "Chỉ tiêu này chưa có mục tiêu. Đặt một quy tắc bên dưới.", "This indicator has no target yet. Set a rule below.", "У этого показателя ещё нет цели. Задайте правило ниже.";
    /// Button.
    REMOVE = "Bỏ", "Remove", "Снять";
    /// Accessible name of that button.
    REMOVE_FOR = "Bỏ mục tiêu: {name}", "Remove the target: {name}", "Снять цель: {name}";
    /// Announced.
    REMOVED = "Đã bỏ mục tiêu: {name}.", "The target is removed: {name}.", "Цель снята: {name}.";

    /// Heading of the form.
    SET_TITLE = "Đặt mục tiêu", "Set a target", "Поставить цель";
    /// Field.
    FOR_WHOM = "Cho nơi nào", "For", "Для кого";
    /// Field.
    RULE = "Quy tắc", "Rule", "Правило";
    /// Kind of rule.
    KIND_VALUE = "Một giá trị", "A value", "Значение";
    /// Kind of rule.
    KIND_PER_CENT = "Kỳ trước, tăng hoặc giảm theo phần trăm", "Last period, more or less by per cent", "Прошлый период плюс или минус проценты";
    /// Kind of rule.
    KIND_UNITS = "Kỳ trước, tăng hoặc giảm theo đơn vị", "Last period, more or less by units", "Прошлый период плюс или минус единицы";
    /// Kind of rule.
    KIND_CITY = "Bằng mức của thành phố", "The city’s share or rate", "Доля или отношение по городу";
    /// Kind of rule.
    KIND_QUARTER = "Bằng nhóm một phần tư tốt nhất", "As the best quarter", "Как у лучшей четверти";
    /// Kind of rule.
    KIND_WITHOUT = "Không đặt mục tiêu cho nơi này", "No target for this area", "Для этого района без цели";
    /// Field.
    AMOUNT_VALUE = "Giá trị cần đạt", "Value to reach", "Какого значения достичь";
    /// Field.
    AMOUNT_PER_CENT = "Phần trăm (số âm là giảm)", "Per cent (negative is less)", "Проценты (минус означает меньше)";
    /// Field.
    AMOUNT_UNITS = "Số đơn vị (số âm là giảm)", "Units (negative is less)", "Единицы (минус означает меньше)";
    /// Button.
    SET = "Đặt mục tiêu", "Set target", "Поставить цель";
    /// Announced.
    IS_SET = "Đã đặt mục tiêu: {name}, {rule}.", "The target is set: {name}, {rule}.", "Цель поставлена: {name}, {rule}.";
    /// Problem.
    NO_NUMBER = "Cần một con số, ví dụ {example}.", "A number is needed, such as {example}.", "Нужно число, например {example}.";
    /// Problem.
    NOT_POSSIBLE = "Chỉ tiêu này không thể có giá trị đó.", "This indicator cannot have that value.", "У этого показателя такого значения быть не может.";
    /// Problem.
    NONE_CHOSEN = "Chưa có nơi nào được chọn trên bản đồ.", "No areas are chosen on the map.", "На карте ничего не выбрано.";
    /// What a rule comes to, one value.
    COMES_TO_ONE = "Mục tiêu là {value}.", "The target is {value}.", "Цель: {value}.";
    /// What a rule comes to.
    COMES_TO_RANGE = "Mục tiêu từ {low} đến {high}, tuỳ nơi.", "The targets are {low} to {high}, by area.", "Цели от {low} до {high}, в зависимости от района.";
    /// What a rule comes to.
    COMES_TO_NOTHING = "Quy tắc này chưa cho ra mục tiêu nào.", "This rule gives no target yet.", "Это правило пока не даёт ни одной цели.";
    /// What the rule "without" comes to.
    COMES_TO_WITHOUT = "Nơi này không bị so với mục tiêu nào.", "The area is held against no target.", "Район ни с какой целью не сравнивается.";
    /// Why areas have no target.
    WHY_LAST = "Thiếu số liệu kỳ trước ở {n} nơi.", "Areas without a figure of the last period: {n}.", "Без данных за прошлый период: {n}.";
    /// Why there is none at all.
    WHY_NO_LAST = "Chưa có kỳ trước nào trong trang: nhập báo cáo của kỳ đó ở trang Rà soát.", "No earlier period is loaded: import its reports on the Review page.", "Ни один прошлый период не загружен: загрузите его отчёты на странице «Сверка».";
    /// Why there is none at all.
    WHY_CITY = "Thành phố chưa có tỷ lệ hay tỷ suất để so với từng nơi.", "The city has no share or rate that an area can be held against.", "У города нет доли или отношения, с которыми можно сравнить район.";
    /// Why there is none at all.
    WHY_QUARTER = "Cần ít nhất bốn nơi có số liệu không phải ước tính, và một chiều tốt của chỉ tiêu.", "It needs at least four areas with figures that are not estimates, and a better direction.", "Нужно не меньше четырёх районов с данными без оценок и лучшее направление показателя.";
    /// Which period is the last one.
    LAST_IS = "Kỳ trước: {label}.", "Last period: {label}.", "Прошлый период: {label}.";

    /// Heading of the charts.
    CHARTS = "Từng phường, xã", "Area by area", "По районам";
    /// Order of the charts.
    SORT = "Xếp theo", "Order", "Порядок";
    /// Order.
    BY_VERDICT = "Kết quả", "Verdict", "Итог";
    /// Order.
    BY_NAME = "Tên", "Name", "Название";
    /// Verdict of an area without target.
    WITHOUT = "không có mục tiêu", "no target", "без цели";
    /// A count.
    COUNT = "{verdict}: {n}", "{verdict}: {n}", "{verdict}: {n}";
    /// The rule of the verdict.
    VERDICT_RULE = "Đạt: số liệu bằng mục tiêu hoặc tốt hơn. Gần đạt: kém mục tiêu nhiều nhất {pct} của mục tiêu. Chưa đạt: kém hơn nữa. Với số ước tính, cả khoảng 90% phải ở một phía của mục tiêu; nếu khoảng ấy ở cả hai phía thì chưa chắc chắn.", "Met: the figure is as good as the target or better. Near: it falls short by at most {pct} of the target. Missed: it falls short by more. Of an estimate the whole 90% interval must lie on one side; if it lies on both, nobody is sure.", "Достигнута: значение не хуже цели. Почти: хуже не больше чем на {pct} цели. Не достигнута: хуже сильнее. У оценки весь 90-процентный интервал должен лежать по одну сторону цели; если по обе, это неясно.";
    /// The rule where neither direction is good.
    NO_DIRECTION_RULE = "Chỉ tiêu này không có chiều nào là tốt, nên chỉ nêu chênh lệch.", "Neither direction of this indicator is good, so only the difference is told.", "У этого показателя нет лучшего направления, поэтому названа только разница.";
    /// What the charts show.
    KEY = "Thanh: số liệu. Nét đậm: mục tiêu, cờ chỉ về phía tốt hơn. Vòng tròn: kỳ trước. Nét đứt: thành phố. Thanh gạch chéo với hai đầu mút: số ước tính và khoảng 90%. Mọi biểu đồ cùng một trục.", "Bar: the figure. Thick stroke: the target, its flag points to the better side. Ring: last period. Dashed line: the city. Hatched bar with ends: an estimate with its 90% interval. All charts have one axis.", "Столбик: значение. Толстая черта: цель, флажок указывает лучшую сторону. Кольцо: прошлый период. Пунктир: город. Заштрихованный столбик с концами: оценка и её 90-процентный интервал. Ось у всех одна.";
    /// No area passes the filters.
    NONE_PASS = "Không phường, xã nào qua bộ lọc của bản đồ.", "No area passes the filters of the map.", "Ни один район не проходит фильтры карты.";
    /// Filters hide some.
    SOME_PASS = "Bộ lọc của bản đồ cho qua {n} trên {all} nơi.", "The filters of the map let {n} of {all} areas pass.", "Фильтры карты пропускают {n} из {all}.";
    /// Under a chart.
    FIGURE_IS = "Số liệu {value}", "Figure {value}", "Значение {value}";
    /// Under a chart.
    TARGET_IS = "mục tiêu {value}", "target {value}", "цель {value}";
    /// The target is not known.
    TARGET_OPEN = "mục tiêu chưa tính được", "target not known", "цель неизвестна";
    /// The figure less the target.
    DIFFERENCE_IS = "chênh {value}", "difference {value}", "разница {value}";
    /// Button: more charts.
    SHOW_MORE = "Hiện thêm {n}", "Show {n} more", "Показать ещё {n}";

    /// Heading of the table.
    TABLE = "Cùng các số đó trong bảng", "The same as a table", "То же в таблице";
    /// Column head.
    HEAD_AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Column head.
    HEAD_FIGURE = "Số liệu", "Figure", "Значение";
    /// Column head.
    HEAD_TARGET = "Mục tiêu", "Target", "Цель";
    /// Column head.
    HEAD_LAST = "Kỳ trước", "Last period", "Прошлый период";
    /// Column head.
    HEAD_DIFFERENCE = "Chênh lệch", "Difference", "Разница";
    /// Column head.
    HEAD_VERDICT = "Kết quả", "Verdict", "Итог";

    /// Heading in the area sheet.
    IN_SHEET = "Mục tiêu", "Targets", "Цели";
    /// None in the area sheet.
    NONE_IN_SHEET = "Chưa đặt mục tiêu nào cho nơi này.", "No targets are set for this area.", "Целей для этого района нет.";
    /// Button in the area sheet.
    GO_TO_TARGETS = "Mở trang mục tiêu", "Open the targets", "Открыть цели";
}

crate::plurals! {
    /// For how many areas a rule gives a target.
    FOR_N = "Áp dụng cho {n} nơi.", ["For {n} area.", "For {n} areas."], ["Для {n} района.", "Для {n} районов.", "Для {n} районов."];
    /// Areas with rules of their own.
    N_OWN = "{n} nơi", ["{n} area", "{n} areas"], ["{n} район", "{n} района", "{n} районов"];
}
