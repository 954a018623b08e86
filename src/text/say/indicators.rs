//! Indicators of one's own: the list and the form.

crate::words! {
    /// Heading.
    TITLE = "Chỉ tiêu tự thêm", "Indicators of one's own", "Свои показатели";
    /// What they are for.
    INTRO = "Chỉ tiêu thêm ở đây đứng cùng các chỉ tiêu khác trên bản đồ, biểu đồ, bảng và khi nhập báo cáo.", "What is added here stands beside the other indicators on the map, in charts, in tables and when reports are entered.", "Добавленное здесь появляется рядом с другими показателями на карте, в графиках, таблицах и при вводе отчётов.";
    /// Empty list.
    EMPTY = "Chưa có chỉ tiêu nào tự thêm.", "None has been added yet.", "Пока ничего не добавлено.";
    /// Column head.
    HEAD_INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Column head.
    HEAD_REPORTED = "Đã báo cáo", "Reported", "Отчёты";
    /// Column head.
    HEAD_ACTIONS = "Thao tác", "Actions", "Действия";
    /// Button.
    EDIT = "Sửa", "Edit", "Изменить";
    /// Button's full name.
    EDIT_NAMED = "Sửa {name}", "Edit {name}", "Изменить: {name}";
    /// Button.
    RETIRE = "Thôi dùng", "Retire", "Не использовать";
    /// Button's full name.
    RETIRE_NAMED = "Thôi dùng {name}", "Retire {name}", "Не использовать: {name}";
    /// Button.
    PUT_BACK = "Dùng lại", "Use again", "Вернуть";
    /// Button's full name.
    PUT_BACK_NAMED = "Dùng lại {name}", "Use {name} again", "Вернуть: {name}";
    /// State in the list.
    RETIRED = "thôi dùng", "retired", "не используется";
    /// Heading of the form.
    ADD = "Thêm chỉ tiêu", "Add an indicator", "Добавить показатель";
    /// Heading of the form.
    EDIT_ONE = "Sửa chỉ tiêu", "Edit the indicator", "Изменить показатель";
    /// Button.
    SAVE = "Lưu", "Save", "Сохранить";
    /// Button.
    CANCEL = "Thôi", "Cancel", "Отмена";
    /// Group of fields.
    LABELS = "Tên (một ngôn ngữ là đủ)", "Label (one language is enough)", "Название (достаточно одного языка)";
    /// Group of fields.
    UNITS = "Đơn vị (một ngôn ngữ là đủ)", "Unit (one language is enough)", "Единица (достаточно одного языка)";
    /// Field.
    LABEL_IN = "Tên, {lang}", "Label, {lang}", "Название, {lang}";
    /// Field.
    UNIT_IN = "Đơn vị, {lang}", "Unit, {lang}", "Единица, {lang}";
    /// Language of a field.
    IN_VI = "tiếng Việt", "Vietnamese", "по-вьетнамски";
    /// Language of a field.
    IN_EN = "tiếng Anh", "English", "по-английски";
    /// Language of a field.
    IN_RU = "tiếng Nga", "Russian", "по-русски";
    /// Field.
    KIND = "Loại số", "Kind of number", "Вид числа";
    /// Kind.
    COUNT = "Số đếm", "Count", "Количество";
    /// Kind.
    SHARE = "Tỷ lệ phần trăm", "Share in per cent", "Доля в процентах";
    /// Kind.
    RATE = "Tỷ suất", "Rate", "Отношение";
    /// Kind.
    MEASURE = "Đại lượng đo", "Measure", "Мера";
    /// Kind.
    YES_NO = "Có hoặc không", "Yes or no", "Да или нет";
    /// Field.
    POLARITY = "Chiều tốt", "Which direction is good", "Какое направление лучше";
    /// Polarity.
    HIGHER = "Càng cao càng tốt", "Higher is better", "Чем больше, тем лучше";
    /// Polarity.
    LOWER = "Càng thấp càng tốt", "Lower is better", "Чем меньше, тем лучше";
    /// Polarity.
    NEITHER = "Không chiều nào", "Neither", "Никакое";
    /// Field.
    BASE = "Là một phần của", "A part of", "Часть от";
    /// No base.
    NO_BASE = "Không", "Nothing", "Ничего";
    /// Field.
    DECIMALS = "Số chữ số thập phân", "Decimals", "Знаков после запятой";
    /// Field.
    TARGET = "Mục tiêu của mỗi phường, xã", "Target for each ward", "Цель для каждого района";
    /// A field that wants a number.
    NOT_A_NUMBER = "Cần một con số.", "A number is needed.", "Нужно число.";
    /// No label in any language.
    NO_LABEL = "Cần có tên, ít nhất một ngôn ngữ.", "A label is needed in one language at least.", "Нужно название хотя бы на одном языке.";
    /// No unit in any language.
    NO_UNIT = "Tỷ suất và đại lượng cần có đơn vị.", "Rates and measures need a unit.", "Отношению и мере нужна единица.";
    /// Notice.
    ADDED = "Đã thêm chỉ tiêu {name}.", "The indicator {name} is added.", "Показатель добавлен: {name}.";
}
