//! Files that were opened, before and after merging.

crate::words! {
    /// Heading.
    TITLE = "Gộp tệp", "Merge files", "Объединение файлов";
    /// Takes the files in.
    MERGE = "Gộp", "Merge", "Объединить";
    /// Leaves them.
    CANCEL = "Không gộp", "Do not merge", "Не объединять";
    /// Column head.
    AUTHOR = "Người viết", "Author", "Автор";
    /// Column head.
    NEW = "Mới", "New", "Новые";
    /// Column head.
    UPDATED = "Được cập nhật", "Updated", "Обновятся";
    /// Column head.
    HERE = "Đã có", "Already here", "Уже есть";
    /// Column head.
    BOTH = "Hai bên cùng sửa", "Changed by both", "Изменены обоими";
    /// Last row.
    ALL_AUTHORS = "Tất cả ghi chú", "All notes", "Все заметки";
    /// The file belongs to another data set.
    OTHER_DATA_SET = "Tệp này viết cho bộ số liệu khác ({id}). Ghi chú về phường, xã không có ở đây vẫn được giữ nhưng chưa rõ nơi.", "The file was written for another data set ({id}). Notes on areas that are not here are kept, without a place.", "Файл написан для другого набора данных ({id}). Заметки о районах, которых здесь нет, сохранятся без места.";
    /// Heading of the report.
    REPORT = "Kết quả gộp", "What was added", "Что добавлено";
    /// Nothing came.
    NOTHING_NEW = "Không có gì mới: mọi thứ trong tệp đã có ở đây.", "Nothing new: all that the files hold was here already.", "Ничего нового: всё из файлов здесь уже было.";
    /// What came.
    MERGED = "Đã gộp: {n_new} thay đổi mới, {n_known} đã có sẵn.", "Merged: {n_new} new changes, {n_known} were already here.", "Объединено: новых изменений {n_new}, уже было {n_known}.";
    /// From one author.
    CAME = "{changes} thay đổi trong {things} mục", "changes: {changes}, entries: {things}", "изменений: {changes}, записей: {things}";
    /// Keep every text as a note.
    KEEP_ALL = "Giữ tất cả thành ghi chú riêng", "Keep all, as notes of their own", "Оставить все отдельными заметками";
    /// Label of the edited text.
    EDITED = "Hoặc viết lại", "Or write it anew", "Или напишите заново";
    /// Takes the edited text.
    USE_EDITED = "Dùng bản này", "Use this text", "Взять этот текст";
    /// A version that says "deleted".
    VERSION_DELETED = "Xoá ghi chú", "Delete the note", "Удалить заметку";
    /// A version that says "kept".
    VERSION_KEPT = "Giữ ghi chú", "Keep the note", "Оставить заметку";
}

crate::plurals! {
    /// Heading of the conflicts.
    N_CONFLICTS = "{n} chỗ khác nhau cần chọn", ["{n} difference to resolve", "{n} differences to resolve"], ["{n} расхождение", "{n} расхождения", "{n} расхождений"];
    /// Hidden characters were taken out.
    CLEANED = "Đã bỏ ký tự điều khiển ẩn trong {n} đoạn.", ["Hidden control characters were taken out of {n} text.", "Hidden control characters were taken out of {n} texts."], ["Скрытые управляющие символы удалены из {n} текста.", "Скрытые управляющие символы удалены из {n} текстов.", "Скрытые управляющие символы удалены из {n} текстов."];
    /// Records of a later page.
    UNKNOWN_KINDS = "{n} thay đổi thuộc loại mà phiên bản này chưa hiểu; chúng được giữ nguyên.", ["{n} change is of a kind that this version does not show; it is kept.", "{n} changes are of kinds that this version does not show; they are kept."], ["{n} изменение неизвестного этой версии вида сохраняется.", "{n} изменения неизвестных этой версии видов сохраняются.", "{n} изменений неизвестных этой версии видов сохраняются."];
}
