//! Undo, redo and the names of steps.

crate::words! {
    /// Button.
    UNDO = "Hoàn tác", "Undo", "Отменить";
    /// Button.
    REDO = "Làm lại", "Redo", "Повторить";
    /// Accessible name of the button, with what it takes back.
    UNDO_STEP = "Hoàn tác: {step}", "Undo: {step}", "Отменить: {step}";
    /// Accessible name of the button, with what it does again.
    REDO_STEP = "Làm lại: {step}", "Redo: {step}", "Повторить: {step}";
    /// Announced.
    UNDONE = "Đã hoàn tác: {step}", "Undone: {step}", "Отменено: {step}";
    /// Announced.
    REDONE = "Đã làm lại: {step}", "Redone: {step}", "Повторено: {step}";
    /// Heading of the list.
    HISTORY = "Các bước đã làm", "Steps", "Шаги";
    /// Empty list.
    EMPTY = "Chưa có bước nào để hoàn tác.", "Nothing to undo yet.", "Отменять пока нечего.";
    /// A field changed by another since.
    SKIPPED = "Phần {who} đã sửa sau đó được giữ nguyên.", "What {who} has changed since was left as it is.", "Более поздние изменения ({who}) оставлены как есть.";
    /// Step.
    MEASURE = "đổi chỉ tiêu", "changing the indicator", "смена показателя";
    /// Step.
    LAYOUT = "đổi cách thể hiện", "changing the layout", "смена вида карты";
    /// Step.
    CLASSES = "đổi nhóm hoặc màu", "changing classes or colours", "смена классов или цветов";
    /// Step.
    FILTER = "đổi bộ lọc", "changing the filters", "изменение фильтров";
    /// Step.
    CHOICE = "đổi phường, xã đã chọn", "changing the chosen areas", "изменение выбора районов";
    /// Step.
    TABLE = "đổi bảng", "changing the table", "изменение таблицы";
    /// Step.
    SCATTER = "đổi trục biểu đồ", "changing an axis", "смена оси";
    /// Step.
    WRITE_NOTE = "viết ghi chú", "writing a note", "новая заметка";
    /// Step.
    EDIT_NOTE = "sửa ghi chú", "editing a note", "правка заметки";
    /// Step.
    TAG_NOTE = "đổi nhãn", "changing tags", "изменение меток";
    /// Step.
    DONE_NOTE = "đánh dấu đã xong", "marking a note done", "отметка «выполнено»";
    /// Step.
    REOPEN_NOTE = "bỏ dấu đã xong", "reopening a note", "снятие отметки «выполнено»";
    /// Step.
    MOVE_NOTE = "chuyển ghi chú", "moving a note", "перенос заметки";
    /// Step.
    DELETE_NOTE = "xoá ghi chú", "deleting a note", "удаление заметки";
    /// Step.
    RESTORE_NOTE = "lấy lại ghi chú", "restoring a note", "восстановление заметки";
    /// Step.
    RESOLVE = "chọn giữa các bản", "choosing between versions", "выбор между версиями";
    /// Step.
    ENTER_REPORT = "nhập số liệu báo cáo", "entering a report", "ввод отчёта";
    /// Step.
    WITHDRAW_REPORT = "rút báo cáo", "withdrawing a report", "отзыв отчёта";
    /// Step.
    IMPORT_REPORTS = "nhập báo cáo từ tệp", "importing reports", "загрузка отчётов из файла";
    /// Step.
    LOAD_PRACTICE = "mở số liệu luyện tập", "loading the practice set", "загрузка учебных данных";
    /// Step.
    REMOVE_PRACTICE = "bỏ số liệu luyện tập", "removing the practice set", "удаление учебных данных";
    /// Step.
    ENTER_SUBDIVISION = "thêm phố, thôn", "entering a street or village", "новая улица или деревня";
    /// Step.
    EDIT_SUBDIVISION = "sửa phố, thôn", "editing a street or village", "правка улицы или деревни";
    /// Step.
    RETIRE_SUBDIVISION = "bỏ phố, thôn khỏi danh sách", "retiring a street or village", "исключение улицы или деревни";
    /// Step.
    RESTORE_SUBDIVISION = "lấy lại phố, thôn", "restoring a street or village", "возвращение улицы или деревни";
    /// Step.
    IMPORT_SUBDIVISIONS = "nhập phố, thôn từ tệp", "importing streets and villages", "загрузка улиц и деревень из файла";
    /// Step.
    ACCEPT_FINDING = "chấp nhận một điểm chưa khớp", "accepting a finding", "принятие расхождения";
    /// Step.
    REOPEN_FINDING = "xem xét lại một điểm chưa khớp", "reopening a finding", "возврат расхождения";
    /// Step.
    ADD_INDICATOR = "thêm chỉ tiêu", "adding an indicator", "новый показатель";
    /// Step.
    EDIT_INDICATOR = "sửa chỉ tiêu", "editing an indicator", "правка показателя";
    /// Step.
    RETIRE_INDICATOR = "thôi dùng chỉ tiêu", "retiring an indicator", "отказ от показателя";
    /// Step.
    RESTORE_INDICATOR = "dùng lại chỉ tiêu", "restoring an indicator", "возвращение показателя";
    /// Step.
    SET_ESTIMATES = "đổi cách ước tính", "changing the estimates", "изменение допущений оценки";
    /// Step.
    SET_PERIOD = "thêm hoặc đổi tên kỳ", "adding or renaming a period", "новый период или его название";
    /// Step.
    REMOVE_PERIOD = "bỏ một kỳ", "removing a period", "удаление периода";
    /// Step.
    ADD_TASK = "thêm nhiệm vụ", "adding a task", "новая задача";
    /// Step.
    EDIT_TASK = "sửa nhiệm vụ", "editing a task", "правка задачи";
    /// Step.
    HAND_TASK = "giao nhiệm vụ", "handing out a task", "поручение задачи";
    /// Step.
    RETIRE_TASK = "thôi dùng nhiệm vụ", "retiring a task", "снятие задачи";
    /// Step.
    RESTORE_TASK = "dùng lại nhiệm vụ", "restoring a task", "возвращение задачи";
    /// Step.
    CHECK_IN = "ghi đánh giá", "a check-in", "отметка о задаче";
    /// Step.
    CHECK_IN_MANY = "ghi nhiều đánh giá", "several check-ins", "несколько отметок о задачах";
    /// Step.
    CLEAR_CHECK_IN = "xoá đánh giá", "clearing check-ins", "удаление отметок";
    /// Step.
    SET_TARGET = "đặt mục tiêu", "setting a target", "постановка цели";
    /// Step.
    REMOVE_TARGET = "bỏ mục tiêu", "removing a target", "снятие цели";
    /// Step.
    RAISE_RECOMMENDATION = "thêm kiến nghị", "entering a recommendation", "новая рекомендация";
    /// Step.
    EDIT_RECOMMENDATION = "sửa kiến nghị", "editing a recommendation", "правка рекомендации";
    /// Step.
    SET_STATUS = "đổi tình trạng kiến nghị", "changing a recommendation’s status", "смена статуса рекомендации";
    /// Step.
    LINK_RECOMMENDATION = "gắn vào kiến nghị", "linking to a recommendation", "привязка к рекомендации";
    /// Step.
    UNLINK_RECOMMENDATION = "gỡ khỏi kiến nghị", "unlinking from a recommendation", "отвязка от рекомендации";
    /// Step.
    DELETE_RECOMMENDATION = "xoá kiến nghị", "deleting a recommendation", "удаление рекомендации";
    /// Step.
    RESTORE_RECOMMENDATION = "lấy lại kiến nghị", "restoring a recommendation", "восстановление рекомендации";
    /// Step.
    MAKE_INDEX = "lập cách tính chỉ số", "making an index setting", "новая настройка индекса";
    /// Step.
    COPY_INDEX = "sao chép cách tính chỉ số", "copying an index setting", "копирование настройки индекса";
    /// Step.
    EDIT_INDEX = "sửa cách tính chỉ số", "editing an index setting", "правка настройки индекса";
    /// Step.
    CHOOSE_INDEX = "chọn cách tính chỉ số", "choosing an index setting", "выбор настройки индекса";
    /// Step.
    RETIRE_INDEX = "thôi dùng cách tính chỉ số", "retiring an index setting", "отказ от настройки индекса";
    /// Step.
    RESTORE_INDEX = "dùng lại cách tính chỉ số", "restoring an index setting", "возвращение настройки индекса";
    /// Step.
    SHORTLIST = "đưa vào danh sách đề nghị khen thưởng", "adding to the shortlist", "включение в список на поощрение";
    /// Step.
    UNLIST = "bỏ khỏi danh sách đề nghị khen thưởng", "removing from the shortlist", "исключение из списка на поощрение";
    /// Step.
    EDIT_REASON = "sửa lý do đề nghị khen thưởng", "editing a reason on the shortlist", "правка обоснования поощрения";
    /// Step.
    SET_CERTIFICATES = "ghi số giấy khen cá nhân", "counting certificates for individuals", "число грамот для отдельных лиц";
    /// Step of another version of the page.
    OTHER = "một bước", "a step", "шаг";
}
