//! The register of streets and villages: counts, the list of an area, the form, pasting, the sheet of one of them.

crate::words! {
    /// Switch in the map's legend.
    ON_MAP = "Phố, thôn dạng chấm", "Streets and villages as dots", "Улицы и деревни точками";
    /// Heading.
    TITLE = "Danh sách phố, thôn", "Register of streets and villages", "Список улиц и деревень";
    /// How many there are, of how many.
    HOLDS_OF = "Danh sách có {n} trên {total} phố, thôn mà thành phố nêu.", "The register holds {n} of the {total} streets and villages that the city states.", "В списке {n} из {total} улиц и деревень, о которых сообщает город.";
    /// How many there are, where the city states none.
    HOLDS = "Danh sách có {n} phố, thôn.", "The register holds {n} streets and villages.", "В списке улиц и деревень: {n}.";
    /// Fewer than stated.
    MISSING = "Còn thiếu {n}.", "{n} are missing.", "Не хватает {n}.";
    /// More than stated.
    TOO_MANY = "Nhiều hơn {n}.", "{n} too many.", "Больше на {n}.";
    /// As many as stated.
    COMPLETE = "Đủ.", "Complete.", "Полностью.";
    /// What sources state of some areas.
    SOURCES = "Nguồn nêu {n} phố, thôn ở {areas} phường, xã: {list}.", "Sources state {n} of them in {areas} wards and communes: {list}.", "Источники называют {n} в районах и коммунах ({areas}): {list}.";
    /// An item of that list.
    SOURCE_ITEM = "{name} {n}", "{name} {n}", "{name} {n}";
    /// What is not public.
    NO_BORDERS = "Ranh giới phố, thôn không có công khai nên không được vẽ lên bản đồ; ở đây mỗi chấm là một phố, thôn.", "Their borders are not public, so they are not drawn on the map; here each dot is a street or village.", "Их границы не опубликованы, поэтому на карте их нет; здесь каждая точка означает улицу или деревню.";
    /// Heading of the table.
    BY_AREA = "Theo phường, xã", "By ward and commune", "По районам и коммунам";
    /// Column head.
    HEAD_AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Column head.
    HEAD_REGISTERED = "Trong danh sách", "In the register", "В списке";
    /// Column head.
    HEAD_STATED = "Nguồn nêu", "Stated", "Заявлено";
    /// Column head.
    HEAD_DIFFERENCE = "So sánh", "Difference", "Разница";
    /// Column head.
    HEAD_DOTS = "Từng phố, thôn", "One by one", "По одной";
    /// Nothing is stated of the area.
    NOT_STATED = "nguồn không nêu", "not stated", "не заявлено";
    /// As stated.
    SAME = "khớp", "as stated", "совпадает";
    /// Fewer than stated.
    FEWER = "thiếu {n}", "{n} fewer than stated", "на {n} меньше";
    /// More than stated.
    MORE = "thừa {n}", "{n} more than stated", "на {n} больше";
    /// What the dots show.
    DOTS = "{n} trong danh sách, {reporting} đã báo cáo, {missing} còn thiếu", "{n} in the register, {reporting} with reports, {missing} missing", "в списке {n}, с отчётами {reporting}, не хватает {missing}";
    /// Dots that are not drawn.
    MORE_DOTS = "+{n}", "+{n}", "+{n}";

    /// The choice of an area.
    AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Heading of an area's list.
    OF_AREA = "Phố, thôn của {name}", "Streets and villages of {name}", "Улицы и деревни: {name}";
    /// Empty list.
    EMPTY = "Chưa có phố, thôn nào. Thêm từng nơi, hoặc dán cả danh sách.", "None yet. Add them one by one, or paste a list.", "Пока пусто. Добавьте по одной или вставьте список.";
    /// Field and column head.
    NAME = "Tên", "Name", "Название";
    /// Field and column head.
    KIND = "Loại", "Kind", "Тип";
    /// Field and column head.
    HOUSEHOLDS = "Số hộ", "Households", "Домохозяйства";
    /// Column head.
    ACTIONS = "Thao tác", "Actions", "Действия";
    /// Kind.
    STREET = "Phố", "Street", "Улица";
    /// Kind.
    VILLAGE = "Thôn", "Village", "Деревня";
    /// Not known.
    UNKNOWN = "chưa rõ", "not known", "неизвестно";
    /// Button: the sheet.
    OPEN = "Mở {name}", "Open {name}", "Открыть: {name}";
    /// Button.
    EDIT = "Sửa {name}", "Edit {name}", "Изменить: {name}";
    /// Button.
    EDIT_SHORT = "Sửa", "Edit", "Изменить";
    /// Button.
    RETIRE = "Bỏ {name}", "Retire {name}", "Убрать: {name}";
    /// Button.
    RETIRE_SHORT = "Bỏ", "Retire", "Убрать";
    /// Notice.
    RETIRED = "Đã bỏ {name} khỏi danh sách.", "{name} is out of the register.", "Убрано из списка: {name}.";
    /// Heading of those that are out.
    RETIRED_ONES = "Đã bỏ", "Retired", "Убранные";
    /// Button.
    PUT_BACK = "Lấy lại {name}", "Put {name} back", "Вернуть: {name}";
    /// Heading of the form.
    ADD_ONE = "Thêm một phố, thôn", "Add one", "Добавить одну";
    /// Button.
    ADD = "Thêm", "Add", "Добавить";
    /// Button.
    SAVE = "Lưu", "Save", "Сохранить";
    /// Button.
    CANCEL = "Thôi", "Cancel", "Отмена";
    /// Problem.
    NO_NAME = "Cần có tên, không quá dài.", "A name is needed, and not too long a one.", "Нужно название, не слишком длинное.";
    /// Problem.
    BAD_HOUSEHOLDS = "Số hộ phải là số nguyên.", "Households must be a whole number.", "Число домохозяйств должно быть целым.";
    /// Problem.
    IS_KNOWN = "Nơi này đã có phố, thôn tên đó.", "There is one of that name already.", "Такое название уже есть.";
    /// Problem of a line.
    BAD_KIND = "Loại phải là phố hoặc thôn.", "The kind is neither street nor village.", "Тип должен быть «улица» или «деревня».";
    /// Problem of a line.
    TOO_MANY_PARTS = "Có nhiều hơn ba phần.", "There are more than three parts.", "Больше трёх частей.";

    /// Heading.
    PASTE = "Dán danh sách", "Paste a list", "Вставить список";
    /// Label of the field.
    PASTE_LABEL = "Mỗi dòng: tên; loại; số hộ", "Each line: name; kind; households", "В каждой строке: название; тип; домохозяйства";
    /// Example in the field.
    PASTE_EXAMPLE = "Phố 1; phố; 120", "Phố 1; street; 120", "Phố 1; улица; 120";
    /// Heading of what was read.
    PREVIEW = "Đọc được", "What was read", "Что прочитано";
    /// Column head.
    HEAD_LINE = "Dòng", "Line", "Строка";
    /// Column head.
    HEAD_READ = "Kết quả", "Result", "Результат";
    /// The line will be added.
    WILL_BE_ADDED = "sẽ thêm", "will be added", "будет добавлена";
    /// The line is left out.
    LEFT_OUT = "để lại: {why}", "left out: {why}", "пропущена: {why}";

    /// Close button of the sheet.
    CLOSE = "Đóng", "Close", "Закрыть";
    /// Fact in the sheet.
    LIES_IN = "{form}, {area}", "{form} in {area}", "{form}, {area}";
    /// Fact in the sheet.
    N_HOUSEHOLDS = "{n} hộ", "{n} households", "домохозяйств: {n}";
    /// Place among its area's.
    RANK = "hạng {k} trên {n} theo số hộ", "rank {k} of {n} by households", "место {k} из {n} по домохозяйствам";
    /// Heading in the sheet.
    REPORTS = "Báo cáo", "Reports", "Отчёты";
    /// No reports.
    NO_REPORTS = "Chưa có báo cáo nào của nơi này.", "It has not reported anything yet.", "Отчётов пока нет.";
    /// A practice report.
    PRACTICE = "luyện tập", "practice", "учебное";
    /// Heading in the sheet.
    NOTES = "Ghi chú", "Notes", "Заметки";
}

crate::plurals! {
    /// What dots on the map mean.
    DOTS_MEANING = "mỗi chấm là một phố hoặc thôn trong danh sách: {n} ở {areas} phường, xã. Vị trí của chấm trong phường, xã không có ý nghĩa.",
        ["one dot is a street or village of the register: {n} in {areas} areas. The places within an area have no meaning.", "one dot is a street or village of the register: {n} in {areas} areas. The places within an area have no meaning."],
        ["одна точка: улица или деревня из списка, всего {n} (районов и коммун: {areas}). Место точки внутри района ничего не значит.", "одна точка: улица или деревня из списка, всего {n} (районов и коммун: {areas}). Место точки внутри района ничего не значит.", "одна точка: улица или деревня из списка, всего {n} (районов и коммун: {areas}). Место точки внутри района ничего не значит."];
    /// Adds the lines that were read.
    ADD_LINES = "Thêm {n} phố, thôn", ["Add {n} street or village", "Add {n} streets and villages"],
        ["Добавить {n} улицу или деревню", "Добавить {n} улицы и деревни", "Добавить {n} улиц и деревень"];
    /// Lines that were not read at all.
    LINES_BEYOND = "{n} dòng sau đó không được đọc.", ["{n} line beyond these was not read.", "{n} lines beyond these were not read."],
        ["Ещё {n} строка не прочитана.", "Ещё {n} строки не прочитаны.", "Ещё {n} строк не прочитано."];
    /// How many were added.
    ADDED = "Đã thêm {n} phố, thôn.", ["{n} street or village added.", "{n} streets and villages added."],
        ["Добавлена {n} улица или деревня.", "Добавлены {n} улицы и деревни.", "Добавлено {n} улиц и деревень."];
}
