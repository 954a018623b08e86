//! The register of recommendations: form, list, one of them, gathered report, gaps.

crate::words! {
    /// Heading of the list.
    TITLE = "Kiến nghị của phường, xã", "What wards and communes ask for", "О чём просят районы и коммуны";
    /// What it is for.
    INTRO = "Mỗi kiến nghị được theo dõi từ khi ghi đến khi phường, xã được trả lời.", "Each recommendation is followed from its entry until the ward has its answer.", "Каждая рекомендация прослеживается от записи до ответа району.";
    /// Empty list.
    EMPTY = "Chưa có kiến nghị nào.", "No recommendations yet.", "Рекомендаций пока нет.";
    /// What to do then.
    EMPTY_HELP = "Ghi kiến nghị đầu tiên bằng mẫu bên dưới, hoặc gộp tệp của các phường, xã.", "Enter the first one in the form below, or merge the wards’ files.", "Внесите первую в форме ниже или объедините файлы районов.";
    /// Nothing passes the filters.
    NONE_FOUND = "Không có kiến nghị nào khớp với bộ lọc.", "No recommendation passes these filters.", "Под эти фильтры ничего не подходит.";
    /// How many are shown.
    SHOWN_OF = "Hiện {n} trên {all} kiến nghị.", "{n} of {all} recommendations.", "Рекомендаций: {n} из {all}.";
    /// Button: more of the list.
    SHOW_MORE = "Hiện thêm {n}", "Show {n} more", "Показать ещё {n}";

    /// Name of the group of filters.
    FILTERS = "Lọc kiến nghị", "Filter recommendations", "Фильтр рекомендаций";
    /// Entry of a filter.
    ANY = "Tất cả", "All", "Все";
    /// Search field.
    SEARCH = "Tìm trong kiến nghị", "Find in recommendations", "Найти в рекомендациях";
    /// Box.
    CHOSEN_ONLY = "Chỉ nơi đã chọn trên bản đồ ({n})", "Only areas chosen on the map ({n})", "Только выбранные на карте ({n})";
    /// Button.
    CLEAR_FILTERS = "Bỏ lọc", "Clear filters", "Сбросить фильтры";

    /// Heading of the form.
    ADD_TITLE = "Thêm kiến nghị", "Add a recommendation", "Добавить рекомендацию";
    /// Button.
    ADD = "Thêm", "Add", "Добавить";
    /// Field.
    AREA = "Phường, xã kiến nghị", "Ward or commune", "Район или коммуна";
    /// Entry: no choice yet.
    CHOOSE = "Chọn", "Choose", "Выберите";
    /// Entry: no street or village.
    NO_SUBDIVISION = "Không ghi", "Not stated", "Не указана";
    /// A street or village that lies elsewhere or is not in the register.
    STRANGE_SUBDIVISION = "{name} (không thuộc nơi này)", "{name} (not of this area)", "{name} (не из этого района)";
    /// Field.
    TEXT = "Nội dung kiến nghị", "What is asked for", "О чём просят";
    /// Field of the form.
    DATE = "Ngày kiến nghị", "Date", "Дата";
    /// Problem.
    NO_AREA = "Hãy chọn phường, xã kiến nghị.", "Choose the ward or commune that asks.", "Выберите район или коммуну.";
    /// Problem.
    NO_TEXT = "Hãy viết nội dung kiến nghị.", "Write what is asked for.", "Напишите, о чём просят.";
    /// Problem.
    TOO_LONG = "Quá dài: nhiều nhất {max} ký tự.", "Too long: at most {max} characters.", "Слишком длинно: не больше {max} знаков.";
    /// Problem.
    BAD_DATE = "Ngày này không có trong lịch. Viết đủ ngày, tháng, năm, hoặc để trống.", "There is no such day. Give day, month and year, or leave it empty.", "Такого дня нет. Укажите день, месяц и год или оставьте пустым.";
    /// Notice.
    ADDED = "Đã thêm kiến nghị của {name}.", "The recommendation of {name} is added.", "Рекомендация добавлена: {name}.";

    /// Box of one.
    MARK = "Đánh dấu: {text}", "Mark: {text}", "Отметить: {text}";
    /// Box of all.
    MARK_ALL = "Đánh dấu tất cả đang hiện", "Mark all shown", "Отметить все показанные";
    /// Name of the group of acts on many.
    MANY = "Đổi nhiều kiến nghị cùng lúc", "Change many at once", "Изменить несколько сразу";
    /// How many are marked.
    N_MARKED = "Đã đánh dấu: {n}", "Marked: {n}", "Отмечено: {n}";
    /// Field.
    NEW_STATUS = "Tình trạng mới", "New status", "Новый статус";
    /// Button.
    SET_STATUS = "Đổi tình trạng", "Set status", "Сменить статус";
    /// Problem.
    NONE_MARKED = "Hãy đánh dấu ít nhất một kiến nghị.", "Mark at least one recommendation first.", "Сначала отметьте хотя бы одну рекомендацию.";
    /// Announced.
    STATUS_SET = "Tình trạng “{status}” được ghi cho {n} kiến nghị.", "Status “{status}” is set for {n} recommendations.", "Статус «{status}» присвоен рекомендациям: {n}.";

    /// Button of a row.
    OPEN = "Mở: {text}", "Open: {text}", "Открыть: {text}";
    /// Heading of the opened one.
    ONE_OF = "Kiến nghị của {name}", "Recommendation of {name}", "Рекомендация: {name}";
    /// Button.
    CLOSE = "Đóng", "Close", "Закрыть";
    /// Button.
    DELETE = "Xoá kiến nghị", "Delete recommendation", "Удалить рекомендацию";
    /// Notice.
    DELETED = "Đã xoá kiến nghị của {name}.", "The recommendation of {name} is deleted.", "Рекомендация удалена: {name}.";
    /// Who brought it to its status.
    STATUS_BY = "{status}: {by}", "{status}: {by}", "{status}: {by}";
    /// Who entered it.
    ENTERED = "Nhập: {by}", "Entered: {by}", "Внесено: {by}";
    /// Mark of one in which people differ.
    DIFFERS = "có khác nhau", "differs", "расхождение";
    /// What is saved when.
    SAVED_HELP = "Văn bản dài được ghi ngay trong khi gõ, các ô khác được ghi khi rời khỏi ô.", "Long texts are saved while you type, other fields when you leave them.", "Длинные тексты сохраняются при наборе, остальные поля, когда вы их покидаете.";

    /// Heading.
    LINKS = "Liên quan", "Linked with", "Связано";
    /// Nothing is linked.
    NO_LINKS = "Chưa gắn ghi chú hay nhiệm vụ nào.", "No note and no task yet.", "Пока ни заметки, ни задачи.";
    /// Field.
    LINK_NOTE = "Gắn ghi chú", "Link a note", "Связать заметку";
    /// Field.
    LINK_TASK = "Gắn nhiệm vụ", "Link a task", "Связать задачу";
    /// Button.
    LINK = "Gắn", "Link", "Связать";
    /// Accessible name of that button for notes.
    LINK_THE_NOTE = "Gắn ghi chú đã chọn", "Link the chosen note", "Связать выбранную заметку";
    /// Accessible name of that button for tasks.
    LINK_THE_TASK = "Gắn nhiệm vụ đã chọn", "Link the chosen task", "Связать выбранную задачу";
    /// Link to a note.
    NOTE_LINK = "Ghi chú: {text}", "Note: {text}", "Заметка: {text}";
    /// Link to a task.
    TASK_LINK = "Nhiệm vụ: {text}", "Task: {text}", "Задача: {text}";
    /// Button.
    UNLINK = "Gỡ", "Remove", "Убрать";
    /// Accessible name of that button.
    UNLINK_WHAT = "Gỡ {what}", "Remove {what}", "Убрать: {what}";
    /// A note without words.
    EMPTY_NOTE = "chưa có chữ", "no text yet", "без текста";
    /// What is linked is not on this device.
    NOT_HERE = "không có trên máy này", "not on this device", "нет на этом устройстве";

    /// Heading of the gathered report.
    REPORT = "Bản tổng hợp kiến nghị", "Gathered report", "Сводка рекомендаций";
    /// What it counts.
    REPORT_OF = "Đếm các kiến nghị đang hiện theo bộ lọc. Mỗi kiến nghị nằm ở đúng một ô, nên hàng và cột đều cộng thành tổng.", "Counts the recommendations that pass the filters above. Each stands in exactly one cell, so rows and columns add up to the total.", "Считаются рекомендации, прошедшие фильтры выше. Каждая стоит ровно в одной клетке, поэтому строки и столбцы дают в сумме общее число.";
    /// Choice of the report's rows.
    ROWS = "Gom theo", "By", "По";
    /// Rows by theme.
    BY_THEME = "Chủ đề", "Theme", "Тема";
    /// Rows by area.
    BY_AREA = "Phường, xã", "Ward or commune", "Район";
    /// Button.
    PRINT = "In", "Print", "Печать";
    /// Button.
    SAVE_LIST = "Lưu danh sách (CSV)", "Save the list (CSV)", "Сохранить список (CSV)";
    /// Button.
    SAVE_REPORT = "Lưu bản tổng hợp (CSV)", "Save the report (CSV)", "Сохранить сводку (CSV)";

    /// Heading of the gaps.
    GAPS = "Còn thiếu", "What is missing", "Чего не хватает";
    /// No gaps.
    NO_GAPS = "Không thiếu gì: mọi kiến nghị đã quyết định hay trả lời đều có nội dung, và không có kiến nghị mới nào để quá {days} ngày.", "Nothing is missing: what was decided or answered has its words, and no new one has waited for more than {days} days.", "Всё на месте: у решённых и отвеченных есть текст, и ни одна новая не ждёт больше {days} дней.";
    /// A gap.
    NO_DECISION = "đã quyết định nhưng chưa ghi quyết định", "decided, and the decision is not written down", "решена, но решение не записано";
    /// A gap.
    NO_ANSWER = "đã trả lời nhưng chưa ghi câu trả lời", "answered, and the answer is not written down", "ответ дан, но не записан";
}

crate::plurals! {
    /// A gap.
    STILL_NEW = "còn mới sau {n} ngày", ["still new after {n} day", "still new after {n} days"], ["новая уже {n} день", "новая уже {n} дня", "новая уже {n} дней"];
    /// Heading of the gaps.
    N_GAPS = "{n} chỗ còn thiếu", ["{n} gap", "{n} gaps"], ["{n} пробел", "{n} пробела", "{n} пробелов"];
}
