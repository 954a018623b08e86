//! What goes wrong, in words: what, where, how to mend it.

crate::words! {
    /// Part of the address not understood.
    HASH_PROBLEMS = "Không hiểu được một phần của địa chỉ nên dùng giá trị mặc định: {parts}", "Part of the address was not understood, so the default is used instead: {parts}", "Часть адреса не распознана, вместо неё взято значение по умолчанию: {parts}";
    /// The canvas failed.
    CANVAS_FAILED = "Trình duyệt không vẽ được hình này. Số liệu vẫn có trong bảng.", "The browser cannot draw this. The figures are in the table.", "Браузер не может это нарисовать. Числа есть в таблице.";
    /// File of a wrong sort.
    FILE_NOT_OURS = "{name}: không phải tệp của Ward Atlas. Hãy chọn tệp có đuôi .wardatlas.json.", "{name}: not a Ward Atlas file. Choose a file that ends in .wardatlas.json.", "{name}: это не файл Ward Atlas. Выберите файл с расширением .wardatlas.json.";
    /// File cut off.
    FILE_TRUNCATED = "{name}: tệp bị cắt mất phần cuối. Hãy lưu lại từ máy gốc.", "{name}: the file is cut off. Save it again on the device it came from.", "{name}: файл обрезан. Сохраните его заново на исходном устройстве.";
    /// Empty file.
    FILE_EMPTY = "{name}: tệp rỗng.", "{name}: the file is empty.", "{name}: файл пуст.";
    /// Not text.
    FILE_NOT_TEXT = "{name}: không phải tệp văn bản (byte {where}). Hãy chọn tệp có đuôi .wardatlas.json.", "{name}: not a text file (byte {where}). Choose a file that ends in .wardatlas.json.", "{name}: это не текстовый файл (байт {where}). Выберите файл с расширением .wardatlas.json.";
    /// Broken JSON or fields.
    FILE_MALFORMED = "{name}: nội dung hỏng ở dòng và cột {where}. Hãy lưu lại từ máy gốc.", "{name}: the content is damaged at line and column {where}. Save it again on the device it came from.", "{name}: содержимое повреждено, строка и столбец {where}. Сохраните файл заново на исходном устройстве.";
    /// A text in the file is too long.
    FILE_TEXT_TOO_LONG = "{name}: một ghi chú quá dài ({where}; tối đa {max} ký tự). Không có gì được thêm.", "{name}: a text is too long ({where}; at most {max} characters). Nothing was added.", "{name}: слишком длинный текст ({where}; не больше {max} знаков). Ничего не добавлено.";
    /// A record breaks the rules.
    FILE_BAD_RECORD = "{name}: bản ghi sai quy định ({where}). Không có gì được thêm.", "{name}: a record breaks the rules ({where}). Nothing was added.", "{name}: запись нарушает правила ({where}). Ничего не добавлено.";
    /// Newer file.
    FILE_NEWER = "{name}: tệp do phiên bản mới hơn ghi. Hãy cập nhật trang rồi mở lại.", "{name}: the file comes from a newer version. Update the page and open it again.", "{name}: файл записан более новой версией. Обновите страницу и откройте его снова.";
    /// Checksum.
    FILE_CHECKSUM = "{name}: nội dung không khớp tổng kiểm tra, tệp đã bị sửa hoặc hỏng. Không có gì được thêm.", "{name}: the content does not match its checksum; the file was edited or damaged. Nothing was added.", "{name}: содержимое не совпадает с контрольной суммой, файл изменён или повреждён. Ничего не добавлено.";
    /// Too large.
    FILE_TOO_LARGE = "{name}: tệp quá lớn ({size}).", "{name}: the file is too large ({size}).", "{name}: файл слишком большой ({size}).";
    /// Contradiction.
    FILE_CONTRADICTS = "{name}: hai bản ghi cùng mã nhưng khác nội dung ({where}). Không có gì được thêm.", "{name}: two records with the same id differ ({where}). Nothing was added.", "{name}: две записи с одним кодом различаются ({where}). Ничего не добавлено.";
    /// Other.
    FILE_OTHER = "{name}: không mở được ({why}).", "{name}: cannot be opened ({why}).", "{name}: не удалось открыть ({why}).";
    /// Saving a file failed.
    FILE_NOT_SAVED = "Không lưu được tệp ({why}).", "The file could not be saved ({why}).", "Не удалось сохранить файл ({why}).";
    /// A change that the journal does not take.
    CHANGE_REFUSED = "Không nhận được thay đổi này ({why}).", "This change was not accepted ({why}).", "Это изменение не принято ({why}).";
    /// Text too long.
    TEXT_TOO_LONG = "Ghi chú quá dài: tối đa {max} ký tự.", "The note is too long: at most {max} characters.", "Заметка слишком длинная: не больше {max} знаков.";
    /// A part of the page is on its way.
    PIECE_LOADING = "Đang tải…", "Loading…", "Загрузка…";
    /// A part of the page did not come.
    PIECE_MISSING = "Phần này của trang chưa tải được. Hãy kiểm tra kết nối mạng rồi thử lại; ghi chú không bị ảnh hưởng.", "This part of the page could not be loaded. Check the network and try again; your notes are not affected.", "Эту часть страницы не удалось загрузить. Проверьте сеть и попробуйте ещё раз; заметки не затронуты.";
    /// Tries again.
    TRY_AGAIN = "Thử lại", "Try again", "Повторить";
}
