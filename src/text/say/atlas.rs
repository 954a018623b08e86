//! The Atlas: toolbar, filters, map, charts, table, area sheet.

crate::words! {
    /// Heading of the filters.
    FILTERS = "Lọc phường, xã", "Filter wards", "Отбор районов";
    /// Label of the search field.
    SEARCH = "Tìm theo tên", "Search by name", "Поиск по названию";
    /// Example in the search field.
    SEARCH_EXAMPLE = "ví dụ: dong ve", "e.g. dong ve", "например: dong ve";
    /// Label of the kinds.
    KIND = "Loại", "Kind", "Тип";
    /// No restriction.
    ALL_OF_THEM = "Tất cả", "All", "Все";
    /// Ward.
    WARD = "Phường", "Ward", "Район";
    /// Commune.
    COMMUNE = "Xã", "Commune", "Коммуна";
    /// Label of the settlement classes.
    SETTLEMENT = "Khu vực, 2019", "Settlement, 2019", "Тип поселения, 2019";
    /// Urban at the census.
    URBAN = "Thành thị", "Urban", "Городское";
    /// Rural at the census.
    RURAL = "Nông thôn", "Rural", "Сельское";
    /// Merged of both.
    MIXED = "Vừa thành thị vừa nông thôn", "Mixed", "Смешанное";
    /// Lower end of a range.
    FROM = "Từ", "From", "От";
    /// Upper end of a range.
    TO = "Đến", "To", "До";
    /// Adds a range filter.
    ADD_RANGE = "Thêm khoảng lọc", "Add a range", "Добавить диапазон";
    /// The first entry of a choice of an indicator in which none is chosen.
    CHOOSE_INDICATOR = "Chọn chỉ tiêu…", "Choose an indicator…", "Выберите показатель…";
    /// Accessible name of the range histogram.
    RANGE_OF = "Khoảng lọc: {name}", "Range: {name}", "Диапазон: {name}";
    /// Removes a range field.
    REMOVE_RANGE = "Bỏ khoảng lọc: {name}", "Remove the range: {name}", "Убрать диапазон: {name}";
    /// Filter on notes.
    WITH_NOTES = "Có ghi chú", "With notes", "С заметками";
    /// Filter on selection.
    SELECTION_ONLY = "Chỉ phường, xã đã chọn", "Chosen only", "Только выбранные";
    /// Label of those two.
    NOTES_AND_SELECTION = "Ghi chú và lựa chọn", "Notes and choice", "Заметки и выбор";
    /// Label of the active filters.
    ACTIVE_FILTERS = "Bộ lọc đang dùng", "Active filters", "Действующие фильтры";
    /// Clears one filter.
    CLEAR_FILTER = "Bỏ lọc: {name}", "Clear the filter: {name}", "Снять фильтр: {name}";
    /// Clears all filters.
    CLEAR_ALL = "Bỏ mọi bộ lọc", "Clear all filters", "Снять все фильтры";
    /// How many pass.
    N_OF_M = "{n} trong {m}", "{n} of {m}", "{n} из {m}";
    /// Under the number of areas.
    WARDS_AND_COMMUNES = "phường, xã", "wards and communes", "районов и коммун";
    /// Under the number of people.
    PEOPLE_2019 = "người, 2019", "people, 2019", "жителей, 2019";
    /// Under the number of households.
    HOUSEHOLDS_2019 = "hộ, 2019", "households, 2019", "домохозяйств, 2019";
    /// Under the area.
    KM2 = "km²", "km²", "км²";

    /// Label of the indicator choice.
    INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Label of the division.
    PER = "Tính trên", "Divided by", "В расчёте на";
    /// Not divided.
    PER_NOTHING = "Số tuyệt đối", "As counted", "Без пересчёта";
    /// Per 1,000 households.
    PER_HOUSEHOLDS = "1.000 hộ", "1,000 households", "1\u{a0}000 домохозяйств";
    /// Per 1,000 people.
    PER_PEOPLE = "1.000 người", "1,000 people", "1\u{a0}000 жителей";
    /// Per street or village.
    PER_SUBDIVISION = "phố, thôn", "street or village", "улицу или деревню";
    /// Per square kilometre.
    PER_KM2 = "km²", "km²", "км²";
    /// Label of the layouts.
    LAYOUT = "Cách thể hiện", "Layout", "Вид карты";
    /// Outlines.
    OUTLINES = "Ranh giới", "Outlines", "Границы";
    /// Tiles.
    TILES = "Ô đều", "Equal tiles", "Равные соты";
    /// Symbols.
    SYMBOLS = "Hình tròn", "Symbols", "Круги";
    /// Label of the class methods.
    CLASSES = "Phân nhóm", "Classes", "Классы";
    /// Label of the number of classes.
    N_CLASSES = "Số nhóm", "Number of classes", "Число классов";
    /// Label of the palettes.
    PALETTE = "Bảng màu", "Palette", "Палитра";
    /// Palette by method.
    PALETTE_AUTO = "Tự động", "Automatic", "Автоматически";
    /// Rounded natural breaks.
    ROUNDED = "Làm tròn", "Rounded", "Округлённые";
    /// Quantiles.
    QUANTILE = "Số lượng bằng nhau", "Quantiles", "Квантили";
    /// Equal intervals.
    EQUAL = "Khoảng bằng nhau", "Equal intervals", "Равные интервалы";
    /// Natural breaks.
    NATURAL = "Ngắt tự nhiên", "Natural breaks", "Естественные";
    /// Around the city.
    AROUND_CITY = "Quanh mức thành phố", "Around the city's figure", "Относительно города";
    /// Around zero, for changes.
    AROUND_ZERO = "Quanh số 0", "Around zero", "Относительно нуля";
    /// Own breaks.
    OWN_BREAKS = "Tự đặt", "Own breaks", "Свои границы";
    /// Label of the field of own breaks.
    OWN_BREAKS_FIELD = "Các mốc, cách nhau bằng dấu chấm phẩy", "Breaks, separated by semicolons", "Границы через точку с запятой";
    /// Own breaks not understood.
    OWN_BREAKS_WRONG = "Cần từ 1 đến 6 số tăng dần, ví dụ 1000; 5000", "Enter 1 to 6 ascending numbers, e.g. 1000; 5000", "Нужно от 1 до 6 возрастающих чисел, например 1000; 5000";
    /// Opens the class and colour choices.
    CLASSES_AND_COLOURS = "Nhóm và màu", "Classes and colours", "Классы и цвета";

    /// Heading of the legend.
    LEGEND = "Chú giải", "Legend", "Легенда";
    /// First class.
    UNDER = "dưới {b}", "under {b}", "менее {b}";
    /// Middle class.
    BETWEEN = "{a} đến dưới {b}", "{a} to under {b}", "от {a} до {b}";
    /// Last class.
    AND_OVER = "từ {a} trở lên", "{a} and over", "{a} и более";
    /// The only class.
    ONE_CLASS = "mọi giá trị", "all values", "все значения";
    /// Name of the choice of yes or no.
    ANSWER = "Câu trả lời", "Answer", "Ответ";
    /// Yes.
    YES = "Có", "Yes", "Да";
    /// No.
    NO = "Không", "No", "Нет";
    /// Missing.
    NO_FIGURE = "chưa có số liệu", "no figure", "нет данных";
    /// Legend entry pressed means filter.
    LEGEND_HELP = "Bấm vào một nhóm để chỉ xem nhóm đó.", "Press a class to see only that class.", "Нажмите на класс, чтобы видеть только его.";
    /// Circles.
    CIRCLE_SIZE = "Diện tích hình tròn: {name}", "Area of a circle: {name}", "Площадь круга: {name}";
    /// Equal circles.
    CIRCLES_EQUAL = "Hình tròn bằng nhau", "Circles of equal size", "Круги одного размера";
    /// State.
    PUBLISHED = "đã công bố", "published", "опубликовано";
    /// State.
    REPORTED = "theo báo cáo", "reported", "по отчёту";
    /// State.
    ESTIMATED = "ước tính", "estimated", "оценка";
    /// State.
    PRACTICE = "luyện tập", "practice", "учебные";
    /// State, also for table cells of conference indicators.
    MISSING = "chưa có", "missing", "нет данных";
    /// City's dashed line.
    CITY = "Thành phố", "City", "Город";

    /// Accessible name of the map.
    MAP = "Bản đồ các phường, xã", "Map of the wards and communes", "Карта районов и коммун";
    /// How to use the map by keys.
    MAP_KEYS = "Phím mũi tên: sang phường, xã kế bên; Enter: chọn; S: mở hồ sơ; cộng, trừ: phóng to, thu nhỏ; 0: vừa khung; Escape: rời bản đồ.", "Arrow keys: next area; Enter: choose; S: open its sheet; plus, minus: zoom; 0: fit; Escape: leave the map.", "Стрелки: соседний район; Enter: выбрать; S: открыть карточку; плюс, минус: масштаб; 0: вся карта; Escape: выйти из карты.";
    /// Zoom in.
    ZOOM_IN = "Phóng to", "Zoom in", "Увеличить";
    /// Zoom out.
    ZOOM_OUT = "Thu nhỏ", "Zoom out", "Уменьшить";
    /// Fit.
    FIT = "Vừa khung", "Fit", "Вся карта";
    /// Goes to the crowded part of the map.
    CENTRE = "Trung tâm", "Centre", "Центр";
    /// What that does.
    CENTRE_HELP = "Phóng to khu trung tâm, nơi các phường quá nhỏ để ghi tên", "Enlarges the centre, where wards are too small for their names", "Увеличивает центр, где районы слишком малы для названий";
    /// Box selection.
    BOX_SELECT = "Chọn theo khung", "Choose by box", "Выбор рамкой";
    /// Box selection's help.
    BOX_SELECT_HELP = "Kéo một khung trên bản đồ (hoặc giữ Shift khi kéo).", "Drag a box on the map (or hold Shift while dragging).", "Обведите рамкой на карте (или тяните, удерживая Shift).";
    /// Chosen.
    CHOSEN = "đã chọn", "chosen", "выбран";
    /// Not chosen any more.
    NOT_CHOSEN = "bỏ chọn", "no longer chosen", "выбор снят";
    /// Filtered out.
    FILTERED_OUT = "ngoài bộ lọc", "filtered out", "не входит в фильтр";
    /// Clears the selection.
    CLEAR_SELECTION = "Bỏ chọn", "Clear the choice", "Снять выбор";
    /// Opens the sheet.
    OPEN_SHEET = "Mở hồ sơ: {name}", "Open the sheet: {name}", "Открыть карточку: {name}";

    /// Heading of the ranking.
    RANKED = "Xếp hạng", "Ranked", "По величине";
    /// Heading of the distribution.
    DISTRIBUTION = "Phân bố các phường, xã", "Where each ward lies", "Распределение районов";
    /// What the dashed line is.
    DASHED_CITY = "nét đứt: thành phố", "dashed: city", "пунктир: город";
    /// Log axis.
    LOG_AXIS = "thang logarit", "logarithmic scale", "логарифмическая шкала";
    /// Heading of the scatter plot.
    SCATTER = "Hai chỉ tiêu", "Two indicators", "Два показателя";
    /// Choice of x.
    SCATTER_X = "Trục ngang", "Horizontal axis", "Горизонтальная ось";
    /// r and n.
    R_AND_N = "r = {r}, n = {n}", "r = {r}, n = {n}", "r = {r}, n = {n}";
    /// Fewer than three pairs.
    TOO_FEW = "Cần ít nhất 3 phường, xã có cả hai số liệu", "At least 3 areas with both figures are needed", "Нужно не менее 3 районов с обоими показателями";
    /// Nothing to draw.
    NOTHING_TO_DRAW = "Chưa có số liệu theo phường, xã cho chỉ tiêu này.", "There are no figures by ward for this indicator yet.", "По этому показателю пока нет данных по районам.";
    /// What to do about it.
    NOTHING_TO_DRAW_HELP = "Thành phố mới công bố tổng số. Hãy bật ước tính cạnh bản đồ, nhập báo cáo hoặc chọn chỉ tiêu khác.", "Only the city's total is published. Show estimates beside the map, enter reports, or choose another indicator.", "Опубликован только итог по городу. Включите оценки рядом с картой, введите отчёты или выберите другой показатель.";
    /// The same where no total is known.
    NOTHING_REPORTED_HELP = "Chưa nơi nào báo cáo. Hãy nhập báo cáo hoặc chọn chỉ tiêu khác.", "Nobody has reported yet. Enter reports, or choose another indicator.", "Отчётов пока нет. Введите отчёты или выберите другой показатель.";

    /// Heading of the table.
    TABLE = "Bảng số liệu", "Table", "Таблица";
    /// Column of names.
    AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Chooses columns.
    COLUMNS = "Cột", "Columns", "Столбцы";
    /// Saves the table.
    SAVE_CSV = "Lưu bảng (CSV)", "Save the table (CSV)", "Сохранить таблицу (CSV)";
    /// Head of the column of boxes.
    CHOOSE = "Chọn", "Choose", "Выбор";
    /// Selects a row.
    CHOOSE_ROW = "Chọn {name}", "Choose {name}", "Выбрать {name}";
    /// Sorts.
    SORT_BY = "Sắp xếp theo {name}", "Sort by {name}", "Сортировать: {name}";
    /// Empty table.
    NONE_PASSES = "Không có phường, xã nào thoả bộ lọc.", "No area passes the filters.", "Под фильтры не подходит ни один район.";
    /// City row.
    CITY_ROW = "Toàn thành phố", "Whole city", "Весь город";

    /// Where the figures come from.
    SOURCE = "Nguồn: {source}", "Source: {source}", "Источник: {source}";
    /// Heading of the city's KPI.
    KPI = "Thành phố công bố", "Published for the city", "Опубликовано по городу";
    /// The same where the map shows a change; `{period}` is whose figure it is.
    KPI_OF = "Thành phố công bố ({period})", "Published for the city ({period})", "Опубликовано по городу ({period})";

    /// Rank in the sheet.
    RANK = "hạng {rank} trên {of}", "rank {rank} of {of}", "место {rank} из {of}";
    /// Heading.
    NEIGHBOURS = "Phường, xã giáp ranh", "Neighbours", "Соседи";
    /// Compared with the city.
    HIGHER = "cao hơn mức chung của thành phố", "higher than the city", "выше, чем по городу";
    /// Compared with the city.
    SIMILAR = "tương đương mức chung của thành phố", "similar to the city", "примерно как по городу";
    /// Compared with the city.
    LOWER = "thấp hơn mức chung của thành phố", "lower than the city", "ниже, чем по городу";
    /// Facts of an area.
    CODE = "Mã {code}", "Code {code}", "Код {code}";
    /// Facts of an area.
    WARD_SINCE = "Là phường từ năm {year}", "Ward since {year}", "Статус района с {year} года";
    /// Facts of an area.
    FORMED_FROM = "Hợp nhất từ: {units}", "Merged from: {units}", "Создано слиянием: {units}";
    /// Next area in the sheet.
    NEXT_AREA = "Phường, xã tiếp theo", "Next area", "Следующий район";
    /// Previous area in the sheet.
    PREVIOUS_AREA = "Phường, xã trước", "Previous area", "Предыдущий район";
    /// Print.
    PRINT = "In", "Print", "Печать";
    /// Group of indicators.
    GROUP_CENSUS = "Dân số và diện tích", "People and area", "Население и площадь";
    /// Group of indicators.
    GROUP_HOUSEHOLDS = "Hộ gia đình", "Households", "Домохозяйства";
    /// Group of indicators.
    GROUP_REGISTER = "Phố và thôn", "Streets and villages", "Улицы и деревни";
    /// Group of indicators.
    GROUP_CONFERENCE = "Kết quả 2023 của hội nghị", "Conference, results of 2023", "Конференция, итоги 2023";
    /// How good the borders are, beside the map.
    BORDERS_SHORT = "Ranh giới khái quát, sai số khoảng 100 m.", "Generalised borders, good to about 100 m.", "Границы обобщены, точность около 100 м.";
    /// Value as of writing.
    NOT_A_NUMBER = "Không phải số: {text}", "Not a number: {text}", "Не число: {text}";
    /// Range ends swapped.
    FROM_OVER_TO = "“Từ” lớn hơn “Đến” nên chưa áp dụng. Hãy sửa một trong hai số.", "“From” is greater than “To”, so it is not applied. Change one of the two.", "«От» больше «До», поэтому диапазон не применён. Исправьте одно из чисел.";
}

crate::plurals! {
    /// How many areas are chosen.
    N_CHOSEN = "{n} phường, xã đã chọn", ["{n} area chosen", "{n} areas chosen"], ["{n} район выбран", "{n} района выбрано", "{n} районов выбрано"];
}
