//! Notes: the list, the editor, the files of notes.

crate::words! {
    /// Heading.
    NOTES = "Ghi chú", "Notes", "Заметки";
    /// Empty list.
    EMPTY = "Chưa có ghi chú nào.", "No notes yet.", "Заметок пока нет.";
    /// What notes are for.
    EMPTY_HELP = "Viết ghi chú cho thành phố, một phường, một chỉ tiêu hay một con số. Ghi chú chỉ ở trên máy này.", "Write a note on the city, a ward, an indicator or a single figure. Notes stay on this device.", "Заметку можно сделать о городе, районе, показателе или отдельном числе. Заметки остаются на этом устройстве.";
    /// Nothing found.
    NONE_FOUND = "Không có ghi chú nào khớp.", "No note matches.", "Подходящих заметок нет.";
    /// Find field.
    FIND = "Tìm trong ghi chú", "Find in notes", "Найти в заметках";
    /// Filter on open notes.
    OPEN_ONLY = "Chưa xong", "Not done", "Не выполнено";
    /// New note.
    NEW = "Ghi chú mới", "New note", "Новая заметка";
    /// New note on something.
    NEW_ON = "Ghi chú về {what}", "Note on {what}", "Заметка: {what}";
    /// Anchor choice.
    ABOUT = "Về", "On", "О чём";
    /// Anchor.
    THE_CITY = "Thành phố", "The city", "Город";
    /// Text field.
    TEXT = "Nội dung", "Text", "Текст";
    /// Tags field.
    TAGS = "Nhãn, cách nhau bằng dấu phẩy", "Tags, separated by commas", "Метки через запятую";
    /// Done box.
    DONE = "Đã xong", "Done", "Выполнено";
    /// Delete button.
    DELETE = "Xoá", "Delete", "Удалить";
    /// Deleted notice.
    DELETED = "Đã xoá ghi chú.", "The note is deleted.", "Заметка удалена.";
    /// Undo.
    UNDO = "Hoàn tác", "Undo", "Отменить";
    /// Who and when.
    BY_AT = "{who}, {when}", "{who}, {when}", "{who}, {when}";
    /// Without a name.
    NO_NAME = "không ghi tên", "no name", "без имени";
    /// Value at writing.
    VALUE_THEN = "Khi viết: {value}", "When written: {value}", "На момент записи: {value}";
    /// Label of a note's article.
    NOTE_ON = "Ghi chú về {what}", "Note on {what}", "Заметка: {what}";
    /// Unknown anchor.
    UNKNOWN_PLACE = "chưa rõ nơi ({key})", "unplaced ({key})", "без места ({key})";
    /// A conflict.
    CONFLICT = "Có hai bản khác nhau", "Two versions differ", "Есть две разные версии";
    /// Saved file.
    FILE_SAVED = "Đã lưu tệp {name}.", "The file {name} is saved.", "Файл {name} сохранён.";
    /// Keep this version.
    KEEP_THIS = "Giữ bản này", "Keep this one", "Оставить эту";
}

crate::plurals! {
    /// How many notes.
    N_NOTES = "{n} ghi chú", ["{n} note", "{n} notes"], ["{n} заметка", "{n} заметки", "{n} заметок"];
}
