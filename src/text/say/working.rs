//! Views of the year's work: matrix, list of tasks, calendar, an area's tasks in its sheet.

use crate::text::words::Words;

crate::words! {
    /// The day that the page looks at.
    AS_OF = "Ngày xem", "As of", "На день";
    /// Example beside a field of a day.
    DAY_EXAMPLE = "ví dụ: 31/3/2024", "e.g. 31/3/2024", "например: 31.03.2024";
    /// A day that is none.
    BAD_DAY = "“{text}” không phải là một ngày. Gõ ngày/tháng/năm, ví dụ 31/3/2024. Ngày trước đó được giữ.", "“{text}” is not a day. Type day/month/year, for example 31/3/2024. The day before it stays.", "«{text}» не день. Введите день.месяц.год, например 31.03.2024. Прежний день сохранён.";
    /// A day in a form that is none.
    BAD_DAY_SHORT = "“{text}” không phải là một ngày. Gõ ngày/tháng/năm, ví dụ 31/3/2024.", "“{text}” is not a day. Type day/month/year, for example 31/3/2024.", "«{text}» не день. Введите день.месяц.год, например 31.03.2024.";
    /// Back to the day on the wall.
    TODAY = "Hôm nay", "Today", "Сегодня";

    /// Month.
    MONTH_1 = "tháng 1/{year}", "January {year}", "январь {year} г.";
    /// Month.
    MONTH_2 = "tháng 2/{year}", "February {year}", "февраль {year} г.";
    /// Month.
    MONTH_3 = "tháng 3/{year}", "March {year}", "март {year} г.";
    /// Month.
    MONTH_4 = "tháng 4/{year}", "April {year}", "апрель {year} г.";
    /// Month.
    MONTH_5 = "tháng 5/{year}", "May {year}", "май {year} г.";
    /// Month.
    MONTH_6 = "tháng 6/{year}", "June {year}", "июнь {year} г.";
    /// Month.
    MONTH_7 = "tháng 7/{year}", "July {year}", "июль {year} г.";
    /// Month.
    MONTH_8 = "tháng 8/{year}", "August {year}", "август {year} г.";
    /// Month.
    MONTH_9 = "tháng 9/{year}", "September {year}", "сентябрь {year} г.";
    /// Month.
    MONTH_10 = "tháng 10/{year}", "October {year}", "октябрь {year} г.";
    /// Month.
    MONTH_11 = "tháng 11/{year}", "November {year}", "ноябрь {year} г.";
    /// Month.
    MONTH_12 = "tháng 12/{year}", "December {year}", "декабрь {year} г.";
    /// Quarter.
    QUARTER = "quý {n}/{year}", "quarter {n} of {year}", "{n}-й квартал {year} г.";
    /// Year.
    YEAR = "năm {year}", "{year}", "{year} г.";

    /// Nobody has said for the period how it stands.
    BLANK = "chưa đánh giá", "without a check-in", "без отметки";
    /// Something is overdue.
    OVERDUE = "quá hạn", "overdue", "просрочено";
    /// People differ.
    DIFFER = "ý kiến khác nhau", "in which people differ", "с расхождениями";
    /// People differ in this cell.
    DIFFERS = "có ý kiến khác nhau", "people differ", "отметки расходятся";
    /// The place does not have the task.
    NOT_HANDED = "không giao", "not handed out", "не поручено";
    /// Column head: counts and share.
    SUM = "Tổng hợp", "Summary", "Сводка";
    /// The share.
    ON_TRACK_SHARE = "{pct} đúng tiến độ", "{pct} on track", "{pct} по плану";
    /// Name of a cell.
    CELL = "{place}, {task}: {value}", "{place}, {task}: {value}", "{place}, {task}: {value}";
    /// Corner of the matrix.
    PLACE = "Nơi", "Place", "Место";

    /// What rows are.
    ROWS = "Các dòng", "Rows", "Строки";
    /// Rows are areas.
    BY_AREA = "Phường, xã", "Wards and communes", "Районы и коммуны";
    /// Rows are subdivisions.
    BY_STREET = "Phố, thôn", "Streets and villages", "Улицы и деревни";
    /// Filter.
    GROUP = "Nhóm nhiệm vụ", "Group of tasks", "Группа задач";
    /// Filter.
    ALL_GROUPS = "Tất cả các nhóm", "All groups", "Все группы";
    /// Tasks without a group.
    NO_GROUP = "Chưa xếp nhóm", "Without a group", "Без группы";
    /// Filter.
    STATUS = "Tình trạng", "Status", "Статус";
    /// Filter.
    ANY_STATUS = "Mọi tình trạng", "Any status", "Любой статус";
    /// Filter.
    OVERDUE_ONLY = "Chỉ quá hạn", "Overdue only", "Только просроченные";
    /// Filter.
    CHOSEN_ONLY = "Chỉ nơi đã chọn trên bản đồ ({n})", "Only those chosen on the map ({n})", "Только выбранные на карте ({n})";
    /// Button.
    SHOW_ON_MAP = "Xem trên bản đồ", "Show on the map", "Показать на карте";
    /// How the grid is used by keyboard.
    GRID_KEYS = "Phím mũi tên đi từ ô này sang ô khác, Enter mở ô, Shift cùng mũi tên chọn một khối, Enter ở đầu dòng hoặc đầu cột chọn cả dòng hoặc cột, Ctrl+A chọn tất cả, Esc bỏ chọn.", "Arrow keys go from cell to cell, Enter opens a cell, Shift with arrow keys chooses a block, Enter in a head chooses its row or column, Ctrl+A all, Esc nothing.", "Стрелки переходят по ячейкам, Enter открывает ячейку, Shift со стрелками выбирает блок, Enter в заголовке выбирает строку или столбец, Ctrl+A всё, Esc снимает выбор.";
    /// What stands before anything was entered.
    FIRST_STEPS = "Chọn một ô để đánh giá, hoặc chọn cả cột ở đầu cột để đánh giá cho mọi nơi một lần.", "Choose a cell to check in, or a column by its head to check in for all places at once.", "Выберите ячейку, чтобы поставить отметку, или столбец по заголовку, чтобы отметить все места сразу.";
    /// No task in use.
    NO_TASKS = "Không có nhiệm vụ nào đang dùng.", "No task is in use.", "Действующих задач нет.";
    /// Nothing passes.
    NO_PLACES = "Không nơi nào qua được bộ lọc.", "No place passes the filters.", "Ни одно место не проходит фильтры.";
    /// Takes all filters off.
    CLEAR_FILTERS = "Bỏ mọi bộ lọc", "Clear all filters", "Снять все фильтры";
    /// Empty register.
    NO_STREETS = "Danh sách phố, thôn còn trống.", "The register of streets and villages is empty.", "Список улиц и деревень пуст.";
    /// Link to the register.
    TO_REGISTER = "Mở danh sách phố, thôn", "Open the register", "Открыть список";
    /// Link to the list of tasks.
    TO_LIST = "Mở danh sách nhiệm vụ", "Open the list of tasks", "Открыть список задач";

    /// Heading of what is done with many cells.
    BULK = "Đánh giá các ô đã chọn", "Check in for the chosen cells", "Отметить выбранные ячейки";
    /// Button.
    CHOOSE_NONE = "Bỏ chọn", "Choose none", "Снять выбор";
    /// Button.
    CLEAR_CHOSEN = "Xóa đánh giá", "Clear check-ins", "Удалить отметки";

    /// Label.
    PERIOD = "Kỳ", "Period", "Период";
    /// Label.
    REMARK = "Nhận xét", "Remark", "Замечание";
    /// Label.
    FIGURE = "Số liệu: {label} ({unit})", "Figure: {label} ({unit})", "Значение: {label} ({unit})";
    /// What an area is to reach.
    TO_REACH = "cần đạt {value}", "to reach: {value}", "цель: {value}";
    /// Group of fields.
    OUTCOMES = "Kết quả đếm được (càng ít càng tốt)", "Outcomes, counted (fewer is better)", "Результаты, счёт (чем меньше, тем лучше)";
    /// Unit of outcomes.
    CASES = "vụ", "cases", "случаев";
    /// What is to be shown.
    EVIDENCE = "Minh chứng", "Evidence", "Подтверждение";
    /// Who is responsible.
    WHO = "Phụ trách", "Responsible", "Ответственные";
    /// When it falls due.
    DUE = "Hạn", "Due", "Срок";
    /// A cell that falls due at no day.
    NO_DUE = "không có hạn", "no due date", "без срока";
    /// Where the check-in comes from.
    ENTERED = "Ghi bởi", "Entered", "Внесено";
    /// Nothing stands yet.
    NOT_ENTERED = "chưa ai ghi", "nothing yet", "пока ничего";
    /// Button.
    CLEAR = "Xóa đánh giá này", "Clear this check-in", "Удалить отметку";
    /// A count that is none.
    BAD_COUNT = "“{text}” không phải số đếm. Gõ số nguyên từ 0, hoặc để trống. Số trước đó được giữ.", "“{text}” is not a count. Type a whole number from 0, or leave it empty. The number before it stays.", "«{text}» не количество. Введите целое число от 0 или оставьте пустым. Прежнее число сохранено.";
    /// A figure that is none.
    BAD_FIGURE = "“{text}” không phải số. Gõ bằng chữ số, hoặc để trống. Số trước đó được giữ.", "“{text}” is not a number. Type it in digits, or leave it empty. The number before it stays.", "«{text}» не число. Введите цифрами или оставьте пустым. Прежнее число сохранено.";
    /// Heading.
    VERSIONS = "Các ý kiến khác nhau: {field}", "People differ: {field}", "Отметки расходятся: {field}";
    /// A version.
    VERSION = "{value} ({who})", "{value} ({who})", "{value} ({who})";
    /// Keeps a version.
    KEEP = "Giữ: {value}", "Keep: {value}", "Оставить: {value}";
    /// An empty version.
    EMPTY_VALUE = "để trống", "empty", "пусто";
    /// Label of the status buttons.
    SET_STATUS = "Tình trạng", "Status", "Статус";

    /// Heading of the list.
    LIST_TITLE = "Danh sách nhiệm vụ", "List of tasks", "Список задач";
    /// Button.
    ADD_TASK = "Thêm nhiệm vụ", "Add a task", "Добавить задачу";
    /// Heading of the form.
    EDIT_TASK = "Sửa nhiệm vụ", "Edit the task", "Изменить задачу";
    /// Button.
    SAVE = "Lưu", "Save", "Сохранить";
    /// Button.
    CANCEL = "Thôi", "Cancel", "Отмена";
    /// Button.
    EDIT = "Sửa", "Edit", "Изменить";
    /// Button's full name.
    EDIT_NAMED = "Sửa: {name}", "Edit: {name}", "Изменить: {name}";
    /// Button.
    RETIRE = "Thôi dùng", "Retire", "Не использовать";
    /// Button's full name.
    RETIRE_NAMED = "Thôi dùng: {name}", "Retire: {name}", "Не использовать: {name}";
    /// Button's full name.
    RESTORE_NAMED = "Dùng lại: {name}", "Use again: {name}", "Вернуть: {name}";
    /// Told after retiring.
    RETIRED = "Đã thôi dùng: {name}", "Retired: {name}", "Больше не используется: {name}";
    /// Heading.
    RETIRED_ONES = "Nhiệm vụ thôi dùng", "Retired tasks", "Неиспользуемые задачи";
    /// Told after adding.
    ADDED = "Đã thêm nhiệm vụ: {name}", "Task added: {name}", "Задача добавлена: {name}";
    /// Button.
    HAND = "Giao", "Hand out", "Поручить";
    /// Button's full name.
    HAND_NAMED = "Giao: {name}", "Hand out: {name}", "Поручить: {name}";
    /// Heading.
    HAND_TITLE = "Giao nhiệm vụ: {name}", "Hand out: {name}", "Поручить: {name}";
    /// Who has it now.
    HANDED_NOW = "Đang giao cho: {who}", "Handed to: {who}", "Поручено: {who}";
    /// All of them.
    ALL_AREAS = "Tất cả phường, xã", "All wards and communes", "Все районы и коммуны";
    /// Column: all of them.
    ALL_SHORT = "tất cả ({n})", "all ({n})", "все ({n})";
    /// Button: who passes the filters.
    THOSE_PASSING = "Những nơi qua bộ lọc ({n})", "Those that pass the filters ({n})", "Прошедшие фильтры ({n})";
    /// Button: who is chosen on the map.
    THOSE_CHOSEN = "Những nơi đã chọn trên bản đồ ({n})", "Those chosen on the map ({n})", "Выбранные на карте ({n})";
    /// Legend of the boxes.
    ONE_BY_ONE = "Từng nơi", "One by one", "По одному";
    /// Field of the boxes.
    SEARCH = "Tìm theo tên", "Search by name", "Поиск по названию";
    /// Nothing of that name.
    NONE_FOUND = "Không có nơi nào tên như vậy.", "No place of that name.", "Такого места нет.";
    /// Button.
    CLOSE = "Đóng", "Close", "Закрыть";
    /// Column head.
    TASK = "Nhiệm vụ", "Task", "Задача";
    /// Column head.
    RHYTHM = "Nhịp", "Rhythm", "Ритм";
    /// Column head.
    HANDED_TO = "Giao cho", "Handed to", "Кому";
    /// Column head.
    STANDS = "Tình hình", "How it stands", "Состояние";
    /// Column head.
    ACTIONS = "Thao tác", "Actions", "Действия";
    /// Where the ten come from.
    SOURCE = "T1 đến T10 lấy từ báo cáo tại hội nghị ngày 30 tháng 1 năm 2024; nhịp và hạn chưa nêu ở đó là do trang này đặt sẵn và sửa được.", "T1 to T10 are from the report to the conference of 30 January 2024; rhythms and dates that it leaves open are defaults of this page and can be changed.", "T1–T10 взяты из доклада на конференции 30 января 2024 г.; ритм и сроки, которые в нём не указаны, заданы этой страницей, их можно изменить.";
    /// In the source's own words.
    IN_SOURCE = "Trong báo cáo: {when}", "In the report: {when}", "В докладе: {when}";
    /// The package of the New Year.
    PACKAGE = "Gói Tết: từ {from} đến {to}, Tết là ngày {tet}. Mỗi đánh giá đếm: {list}.", "Tết package: {from} to {to}, Tết is {tet}. Each check-in counts: {list}.", "Пакет к Тету: с {from} по {to}, Тет {tet}. В каждой отметке считают: {list}.";
    /// No tasks.
    EMPTY_LIST = "Chưa có nhiệm vụ nào. Thêm nhiệm vụ đầu tiên.", "There is no task yet. Add the first one.", "Задач пока нет. Добавьте первую.";
    /// People differ in the task itself.
    TASK_DIFFERS = "Các bản ghi của nhiệm vụ này khác nhau; mở và lưu lại để thống nhất.", "People differ in this task; edit and save it to settle that.", "Записи об этой задаче расходятся; измените и сохраните её, чтобы согласовать.";

    /// Group of fields.
    TITLES = "Tên nhiệm vụ (một ngôn ngữ là đủ)", "Title (one language is enough)", "Название (достаточно одного языка)";
    /// Field.
    TITLE_VI = "Tiếng Việt", "Vietnamese", "По-вьетнамски";
    /// Field.
    TITLE_EN = "Tiếng Anh", "English", "По-английски";
    /// Field.
    TITLE_RU = "Tiếng Nga", "Russian", "По-русски";
    /// Field.
    GROUP_FIELD = "Nhóm", "Group", "Группа";
    /// Field.
    ROLE_FIELD = "Chức danh phụ trách", "Responsible role", "Ответственная должность";
    /// Field.
    START = "Ngày bắt đầu", "First day", "Первый день";
    /// Field.
    LAST = "Ngày cuối (hạn)", "Last day (due)", "Последний день (срок)";
    /// Field.
    EVIDENCE_FIELD = "Minh chứng cần có", "Expected evidence", "Что подтверждает выполнение";
    /// Field.
    MEASURE = "Chỉ tiêu đo", "Indicator", "Показатель";
    /// No indicator.
    NO_MEASURE = "không có", "none", "нет";
    /// Field.
    TARGET = "Mức cần đạt", "Target", "Цель";
    /// Group of boxes.
    COUNTS = "Mỗi đánh giá đếm", "Each check-in counts", "В каждой отметке считают";
    /// A title is needed.
    NO_TITLE = "Nhiệm vụ cần một tên, ít nhất ở một ngôn ngữ.", "The task needs a title, at least in one language.", "Нужно название хотя бы на одном языке.";
    /// Dates the wrong way round.
    ENDS_EARLY = "Ngày cuối trước ngày bắt đầu. Đổi một trong hai.", "The last day is before the first. Change one of them.", "Последний день раньше первого. Измените один из них.";
    /// A measure without its target.
    NO_TARGET = "Có chỉ tiêu thì cần mức cần đạt, bằng số.", "An indicator needs a target, in digits.", "К показателю нужна цель, числом.";

    /// Heading.
    SUMMARY = "Bản tổng hợp để in", "Summary for print", "Сводка для печати";
    /// Field.
    SUMMARY_OF = "Về", "Of", "О чём";
    /// Nothing chosen.
    CHOOSE_ONE = "Chọn một nhiệm vụ hoặc một nơi", "Choose a task or a place", "Выберите задачу или место";
    /// Group of a choice.
    A_TASK = "Nhiệm vụ", "Task", "Задача";
    /// Group of a choice.
    AN_AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Button.
    PRINT = "In", "Print", "Печать";
    /// Day under a summary's heading.
    ON_DAY = "Đến ngày {day}", "As of {day}", "На {day}";
    /// Column head.
    BY_AND_AT = "Ai ghi, khi nào", "Who and when", "Кто и когда";
    /// Sums of outcomes.
    OUTCOMES_SUM = "Cộng các kết quả", "Outcomes in sum", "Итоги по результатам";
    /// One sum.
    OUTCOME_SUM = "{what}: {n}, từ {places} đánh giá", "{what}: {n}, from {places} check-ins", "{what}: {n}, отметок: {places}";

    /// Heading.
    REMINDERS = "Nhắc việc", "Reminders", "Напоминания";
    /// Heading.
    OVERDUE_TITLE = "Quá hạn", "Overdue", "Просрочено";
    /// Heading.
    NEXT_30 = "Trong 30 ngày tới", "In the next 30 days", "В ближайшие 30 дней";
    /// Heading.
    AGENDA = "Lịch đến hạn", "What falls due", "Сроки";
    /// Field.
    FROM_NOW = "Khoảng thời gian", "How far ahead", "Период";
    /// Choice.
    MONTHS_3 = "3 tháng tới", "the next 3 months", "ближайшие 3 месяца";
    /// Choice.
    MONTHS_12 = "12 tháng tới", "the next 12 months", "ближайшие 12 месяцев";
    /// Group of buttons.
    SHOWN_AS = "Cách xem", "Shown as", "Вид";
    /// Button.
    AS_MONTH = "Tháng", "Month", "Месяц";
    /// Button.
    AS_AGENDA = "Danh sách", "Agenda", "Список";
    /// Group of buttons.
    SHOWN_ITEMS = "Việc nào", "Which tasks", "Какие задачи";
    /// Button.
    OPEN_ITEMS = "Chỉ việc chưa xong", "Open only", "Только открытые";
    /// Button.
    ALL_ITEMS = "Tất cả", "All", "Все";
    /// Button.
    PREVIOUS_MONTH = "Tháng trước", "Previous month", "Предыдущий месяц";
    /// Button.
    NEXT_MONTH = "Tháng sau", "Next month", "Следующий месяц";
    /// Heading of a day.
    DUE_ON = "Đến hạn ngày {day}", "Due on {day}", "Срок {day}";
    /// Head of a column of the month.
    MONDAY = "Thứ Hai", "Monday", "Понедельник";
    /// Head of a column of the month.
    TUESDAY = "Thứ Ba", "Tuesday", "Вторник";
    /// Head of a column of the month.
    WEDNESDAY = "Thứ Tư", "Wednesday", "Среда";
    /// Head of a column of the month.
    THURSDAY = "Thứ Năm", "Thursday", "Четверг";
    /// Head of a column of the month.
    FRIDAY = "Thứ Sáu", "Friday", "Пятница";
    /// Head of a column of the month.
    SATURDAY = "Thứ Bảy", "Saturday", "Суббота";
    /// Head of a column of the month.
    SUNDAY = "Chủ Nhật", "Sunday", "Воскресенье";
    /// Nothing.
    NOTHING_OVERDUE = "Không có gì quá hạn.", "Nothing is overdue.", "Ничего не просрочено.";
    /// Nothing.
    NOTHING_DUE = "Không có gì đến hạn.", "Nothing falls due.", "Сроков нет.";
    /// A row of the agenda.
    DUE_ROW = "{task} ({period})", "{task} ({period})", "{task} ({period})";
    /// Since when.
    DUE_WAS = "hạn {day}", "was due {day}", "срок был {day}";
    /// Until when.
    DUE_IS = "hạn {day}", "due {day}", "срок {day}";
    /// Heading.
    ICS = "Tệp lịch (iCalendar)", "Calendar file (iCalendar)", "Файл календаря (iCalendar)";
    /// What it is for.
    ICS_HELP = "Mở tệp này bằng chương trình lịch bất kỳ để được nhắc. Tệp gồm những gì còn quá hạn và những gì đến hạn trong khoảng thời gian đã chọn.", "Open it in any calendar program to be reminded. It holds what is overdue and what falls due in the time chosen.", "Откройте его в любой программе-календаре, чтобы получать напоминания. В нём просроченное и то, чему выходит срок за выбранный период.";
    /// Field.
    ICS_AREAS = "Nơi", "Places", "Места";
    /// Field.
    ICS_TASK = "Nhiệm vụ", "Task", "Задача";
    /// Choice.
    ICS_CHOSEN = "đã chọn trên bản đồ ({n})", "chosen on the map ({n})", "выбранные на карте ({n})";
    /// Choice.
    ICS_ALL = "tất cả", "all", "все";
    /// Button.
    ICS_SAVE = "Lưu tệp lịch", "Save the calendar file", "Сохранить файл календаря";
    /// Nothing to save.
    ICS_NONE = "Không có gì đến hạn để lưu.", "Nothing falls due that could be saved.", "Сохранять нечего: сроков нет.";
    /// The list was cut.
    TOO_LONG = "Danh sách quá dài nên chỉ có phần đầu.", "The list is too long; only its beginning is here.", "Список слишком длинный, здесь только начало.";
    /// Summary line of an event.
    EVENT = "{place}: {task}", "{place}: {task}", "{place}: {task}";
    /// The whole city or ward in a file's name for people.
    ICS_NAME = "Nhiệm vụ, {place}", "Tasks, {place}", "Задачи, {place}";

    /// Heading in the area sheet.
    SHEET_TITLE = "Nhiệm vụ", "Tasks", "Задачи";
    /// An area without tasks.
    SHEET_NONE = "Chưa giao nhiệm vụ nào.", "No task is handed to it.", "Задач не поручено.";
    /// Link into the matrix.
    OPEN_CELL = "Mở trong bảng theo dõi: {name}", "Open in the matrix: {name}", "Открыть в матрице: {name}";
}

/// The months, `{year}` open.
pub const MONTHS: [Words; 12] =
    [MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10, MONTH_11, MONTH_12];

/// The days of the week, from Monday on.
pub const WEEKDAYS: [Words; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];

crate::plurals! {
    /// How many cells are chosen.
    CELLS = "Đã chọn {n} ô", ["{n} cell is chosen", "{n} cells are chosen"],
        ["Выбрана {n} ячейка", "Выбраны {n} ячейки", "Выбрано {n} ячеек"];
    /// Told after setting many.
    SET_MANY = "Đã ghi “{status}” cho {n} ô.", ["“{status}” was set in {n} cell.", "“{status}” was set in {n} cells."],
        ["«{status}» записано в {n} ячейку.", "«{status}» записано в {n} ячейки.", "«{status}» записано в {n} ячеек."];
    /// Told after clearing many.
    CLEARED = "Đã xóa đánh giá ở {n} ô.", ["{n} check-in was cleared.", "{n} check-ins were cleared."],
        ["Удалена {n} отметка.", "Удалены {n} отметки.", "Удалено {n} отметок."];
    /// Places of a row of the agenda.
    PLACES = "{n} nơi", ["{n} place", "{n} places"], ["{n} место", "{n} места", "{n} мест"];
    /// How many periods are overdue.
    OVERDUE_PERIODS = "quá hạn {n} kỳ", ["overdue: {n} period", "overdue: {n} periods"],
        ["просрочен {n} период", "просрочены {n} периода", "просрочено {n} периодов"];
    /// Told after saving the file.
    ICS_SAVED = "Tệp có {n} mục.", ["The file holds {n} entry.", "The file holds {n} entries."],
        ["В файле {n} запись.", "В файле {n} записи.", "В файле {n} записей."];
}
