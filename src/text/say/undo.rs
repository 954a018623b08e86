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
    SKIPPED = "Không hoàn tác phần đã được {who} sửa sau đó.", "What {who} has changed since was left as it is.", "То, что с тех пор изменил(а) {who}, оставлено как есть.";
    /// Step.
    MEASURE = "đổi chỉ tiêu", "another indicator", "другой показатель";
    /// Step.
    LAYOUT = "đổi cách thể hiện", "another layout", "другой вид карты";
    /// Step.
    CLASSES = "đổi nhóm hoặc màu", "other classes or colours", "другие классы или цвета";
    /// Step.
    FILTER = "đổi bộ lọc", "other filters", "другие фильтры";
    /// Step.
    CHOICE = "đổi khu vực đã chọn", "another choice of areas", "другой выбор районов";
    /// Step.
    TABLE = "đổi bảng", "a change of the table", "изменение таблицы";
    /// Step.
    SCATTER = "đổi trục biểu đồ", "another axis", "другая ось";
    /// Step.
    WRITE_NOTE = "viết ghi chú", "a new note", "новая заметка";
    /// Step.
    EDIT_NOTE = "sửa ghi chú", "an edit of a note", "правка заметки";
    /// Step.
    TAG_NOTE = "đổi nhãn", "a change of tags", "изменение меток";
    /// Step.
    DONE_NOTE = "đánh dấu đã xong", "a note marked done", "отметка «выполнено»";
    /// Step.
    REOPEN_NOTE = "bỏ dấu đã xong", "a note reopened", "снятие отметки «выполнено»";
    /// Step.
    MOVE_NOTE = "chuyển ghi chú", "a note moved", "перенос заметки";
    /// Step.
    DELETE_NOTE = "xoá ghi chú", "a note deleted", "удаление заметки";
    /// Step.
    RESTORE_NOTE = "lấy lại ghi chú", "a note brought back", "возвращение заметки";
    /// Step.
    RESOLVE = "chọn giữa các bản", "a conflict resolved", "разрешение расхождения";
    /// Step of another version of the page.
    OTHER = "một bước", "a step", "шаг";
}
