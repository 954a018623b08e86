//! The frame of the page: header, languages, themes, storage, offline, workspace sheet.

crate::words! {
    /// Name of the product; the same everywhere.
    PRODUCT = "Ward Atlas", "Ward Atlas", "Ward Atlas";
    /// First link of the page, for the keyboard.
    SKIP = "Đến nội dung chính", "Skip to the content", "К основному содержанию";
    /// Label of the main navigation.
    PAGES = "Các trang", "Pages", "Страницы";
    /// The page with map and charts.
    ATLAS = "Bản đồ", "Atlas", "Атлас";
    /// The page of reports.
    REVIEW = "Báo cáo", "Review", "Отчёты";
    /// Link to a page.
    TASKS = "Nhiệm vụ", "Tasks", "Задачи";
    /// The page about the data set.
    ABOUT = "Về số liệu", "About the data", "О данных";
    /// Label of the language choice.
    LANGUAGE = "Ngôn ngữ", "Language", "Язык";
    /// Label of the theme choice.
    THEME = "Giao diện", "Theme", "Оформление";
    /// Theme of the device.
    THEME_AUTO = "Theo thiết bị", "Same as the device", "Как на устройстве";
    /// Light theme.
    THEME_LIGHT = "Sáng", "Light", "Светлое";
    /// Dark theme.
    THEME_DARK = "Tối", "Dark", "Тёмное";
    /// Save state: everything is on the disk.
    SAVED = "Đã lưu trên máy này", "Saved on this device", "Сохранено на этом устройстве";
    /// Save state: what is stored is being read.
    OPENING = "Đang mở ghi chú…", "Opening your notes…", "Заметки открываются…";
    /// Save state: nothing has been entered yet.
    NOTHING_TO_SAVE = "Chưa có gì cần lưu", "Nothing to save yet", "Пока нечего сохранять";
    /// Save state: being written.
    SAVING = "Đang lưu…", "Saving…", "Сохранение…";
    /// Save state: could not be written.
    NOT_SAVED = "Chưa lưu được", "Not saved", "Не сохранено";
    /// Save state: nothing is kept beyond this page.
    MEMORY_ONLY = "Chỉ giữ trong trang này", "Kept in this page only", "Хранится только на этой странице";
    /// The page opens without a network from now on.
    OFFLINE_READY = "Dùng được khi mất mạng", "Works offline", "Работает без сети";
    /// The page came from a file.
    ONE_FILE = "Bản một tệp", "One-file copy", "Копия в одном файле";
    /// A newer version has been fetched.
    UPDATE_READY = "Đã có phiên bản mới. Ghi chú vẫn giữ nguyên khi tải lại.", "A new version is ready. Your notes stay when you reload.", "Готова новая версия. Заметки при перезагрузке останутся.";
    /// Takes the newer version.
    RELOAD = "Tải lại", "Reload", "Перезагрузить";
    /// Opens the workspace sheet.
    WORKSPACE = "Không gian làm việc", "Workspace", "Рабочее место";
    /// Closes a sheet or notice.
    CLOSE = "Đóng", "Close", "Закрыть";
    /// Opens the notes.
    NOTES = "Ghi chú", "Notes", "Заметки";
    /// What the author's name is for.
    AUTHOR = "Tên của bạn trong ghi chú", "Your name on notes", "Ваше имя в заметках";
    /// Explains the author's name.
    AUTHOR_HELP = "Tên này đi cùng ghi chú khi bạn lưu thành tệp. Có thể để trống.", "It goes with your notes when you save them as a file. It may stay empty.", "Имя сохраняется вместе с заметками в файле. Поле можно оставить пустым.";
    /// Heading of the storage part.
    STORAGE = "Lưu trữ trên máy này", "Storage on this device", "Хранилище на этом устройстве";
    /// How much is stored.
    STORAGE_USED = "{used} trong khoảng {limit} đã dùng", "{used} of about {limit} used", "Занято {used} из примерно {limit}";
    /// Storage is blocked.
    STORAGE_BLOCKED = "Trình duyệt không cho trang này lưu trên máy (cửa sổ riêng tư hoặc thiết lập chặn). Bạn vẫn làm việc được, nhưng ghi chú sẽ mất khi đóng trang. Hãy lưu thành tệp.", "The browser does not let this page store anything on the device (a private window, or a setting). You can go on working, but the notes are gone when the page closes. Save them as a file.", "Браузер не разрешает этой странице хранить данные на устройстве (приватное окно или настройка). Работать можно, но при закрытии страницы заметки пропадут. Сохраните их в файл.";
    /// Storage is full.
    STORAGE_FULL = "Bộ nhớ của trình duyệt đã đầy: thay đổi vừa rồi chưa được lưu trên máy, chỉ còn trong trang này. Hãy lưu thành tệp ngay.", "The browser's storage is full: the last changes are not on the device, only in this page. Save them as a file now.", "Хранилище браузера заполнено: последние изменения есть только на этой странице, на устройстве их нет. Сохраните их в файл сейчас.";
    /// Storage failed in another way.
    STORAGE_FAILED = "Không lưu được trên máy ({why}). Thay đổi còn trong trang này. Hãy lưu thành tệp.", "Storing on the device failed ({why}). The changes are still in this page. Save them as a file.", "Не удалось сохранить на устройстве ({why}). Изменения остались на этой странице. Сохраните их в файл.";
    /// Stored data of a newer version.
    STORAGE_NEWER = "Dữ liệu trên máy này do phiên bản mới hơn ghi. Trang này chỉ đọc, không ghi đè. Hãy tải lại để dùng phiên bản mới.", "The data on this device was written by a newer version. This page only reads it and writes nothing over it. Reload to get the newer version.", "Данные на этом устройстве записаны более новой версией. Эта страница только читает их и ничего не перезаписывает. Перезагрузите, чтобы получить новую версию.";
    /// Some stored pieces could not be read.
    STORAGE_SET_ASIDE = "Một phần dữ liệu trên máy không đọc được. Phần đó được cất riêng nguyên vẹn và có thể lưu thành tệp.", "Part of the data on this device cannot be read. It has been set aside whole and can be saved as a file.", "Часть данных на этом устройстве не читается. Она отложена целиком, её можно сохранить в файл.";
    /// Saves what was set aside.
    SAVE_SET_ASIDE = "Lưu phần cất riêng thành tệp", "Save what was set aside as a file", "Сохранить отложенное в файл";
    /// Asks the browser to keep the data.
    PERSIST = "Yêu cầu trình duyệt giữ lâu dài", "Ask the browser to keep it", "Попросить браузер хранить данные постоянно";
    /// Why to ask.
    PERSIST_WHY = "Nếu không, trình duyệt có thể tự xoá ghi chú khi máy gần hết chỗ.", "Without this the browser may delete the notes when the device runs out of space.", "Иначе браузер может удалить заметки, когда на устройстве кончится место.";
    /// The browser keeps the data.
    PERSIST_GRANTED = "Trình duyệt sẽ không tự xoá dữ liệu này.", "The browser will not delete this data by itself.", "Браузер не удалит эти данные сам.";
    /// The browser does not promise.
    PERSIST_DENIED = "Trình duyệt không cam kết giữ. Hãy thường xuyên lưu thành tệp.", "The browser does not promise to keep it. Save a file often.", "Браузер не обещает хранить данные. Чаще сохраняйте файл.";
    /// Heading of the file part.
    FILES = "Tệp", "Files", "Файлы";
    /// Saves all notes.
    SAVE_FILE = "Lưu ghi chú thành tệp", "Save notes as a file", "Сохранить заметки в файл";
    /// Chooses a file that is kept up to date.
    KEEP_FILE = "Ghi liên tục vào một tệp…", "Keep saving to a file…", "Постоянно сохранять в файл…";
    /// What that does.
    KEEP_HELP = "Từ đó mỗi thay đổi cũng được ghi vào tệp bạn chọn, cho đến khi đóng hoặc tải lại trang.", "From then on each change is written to the file you choose as well, until you close or reload the page.", "С этого момента каждое изменение записывается и в выбранный файл, пока страница не закрыта и не перезагружена.";
    /// The file is up to date.
    KEPT = "Mỗi thay đổi cũng được ghi vào {name}; lần cuối: {when}.", "Each change is also written to {name}; last time: {when}.", "Каждое изменение записывается и в {name}; последний раз: {when}.";
    /// The file could not be written.
    KEEP_FAILED = "Không ghi được vào {name} ({why}). Ghi chú vẫn ở trong trang này; hãy chọn lại tệp.", "{name} could not be written ({why}). The notes are still in this page; choose a file again.", "Не удалось записать {name} ({why}). Заметки остались на этой странице; выберите файл ещё раз.";
    /// Ends it.
    KEEP_STOP = "Ngừng ghi vào tệp này", "Stop saving to this file", "Больше не сохранять в этот файл";
    /// Opens a file of notes.
    OPEN_FILE = "Mở tệp ghi chú…", "Open a notes file…", "Открыть файл заметок…";
    /// What opening does.
    OPEN_FILE_HELP = "Nội dung tệp được thêm vào, không thay thế gì. Cũng có thể thả tệp vào trang.", "What the file holds is added; nothing is replaced. You can also drop a file on the page.", "Содержимое файла добавляется, ничего не заменяется. Файл можно и перетащить на страницу.";
    /// When a file was last saved.
    LAST_FILE = "Lần cuối lưu thành tệp: {when}", "Last saved as a file: {when}", "Последнее сохранение в файл: {when}";
    /// No file saved yet.
    NO_FILE_YET = "Chưa lưu thành tệp lần nào", "Not saved as a file yet", "В файл ещё не сохранялось";
    /// Heading of the erasing part.
    ERASE_TITLE = "Xoá khỏi máy này", "Erase from this device", "Удалить с этого устройства";
    /// Opens the question.
    ERASE = "Xoá mọi thứ trên máy này…", "Erase everything on this device…", "Удалить всё с этого устройства…";
    /// The warning.
    ERASE_WARNING = "Mọi ghi chú, thiết lập và các bước đã làm trên máy này sẽ bị xoá và không lấy lại được. Hãy lưu thành tệp trước.", "All notes, settings and steps on this device will be gone and cannot be brought back. Save a file first.", "Все заметки, настройки и шаги на этом устройстве исчезнут без возможности вернуть. Сначала сохраните файл.";
    /// Erases.
    ERASE_NOW = "Xoá ngay", "Erase now", "Удалить сейчас";
    /// Leaves it.
    ERASE_NOT = "Giữ lại", "Keep it", "Не удалять";
    /// Asks for a file after a day's work.
    FILE_WANTED = "Đã hơn một ngày làm việc mà chưa lưu thành tệp. Trình duyệt có thể mất dữ liệu; hãy lưu một bản.", "More than a day's work is in no file yet. A browser can lose its data; save a copy.", "Работа более чем за день ещё не сохранена в файл. Браузер может потерять данные; сохраните копию.";
    /// Heading of the data set part.
    DATA_SET = "Bộ số liệu", "Data set", "Набор данных";
    /// Downloads the data set.
    DOWNLOAD_DATA = "Tải bộ số liệu (JSON)", "Download the data set (JSON)", "Скачать набор данных (JSON)";
    /// Version of the page.
    VERSION = "Phiên bản {version}", "Version {version}", "Версия {version}";
    /// Footer.
    FOOTER = "Không có máy chủ: mọi thứ bạn nhập chỉ ở trên máy này.", "There is no server: what you enter stays on this device.", "Сервера нет: всё, что вы вводите, остаётся на этом устройстве.";
    /// Under the toolbar while nothing is chosen.
    CHOOSE_HINT = "Bấm vào một phường, xã để chọn; bấm đúp để mở hồ sơ.", "Click an area to choose it; double-click for its sheet.", "Щёлкните район, чтобы выбрать; дважды, чтобы открыть карточку.";
    /// Label of the live region list of notices.
    NOTICES = "Thông báo", "Notices", "Сообщения";
}
