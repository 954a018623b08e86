//! Tables that are brought in, the template to fill in, the practice set.

crate::words! {
    /// Column head of the template.
    AREA_CODE = "Mã", "Code", "Код";
    /// Column head of the template.
    AREA_NAME = "Phường, xã", "Ward or commune", "Район, коммуна";

    /// What the part is for.
    INTRO = "Chọn tệp CSV, XLSX hoặc ODS, thả tệp vào trang, hoặc dán một vùng từ bảng tính. Chưa có gì được nhận trước khi bạn xem và xác nhận.", "Choose a CSV, XLSX or ODS file, drop it on the page, or paste cells from a spreadsheet. Nothing is taken in before you have looked at it and confirmed.", "Выберите файл CSV, XLSX или ODS, перетащите его на страницу или вставьте ячейки из таблицы. Ничего не принимается, пока вы не проверите и не подтвердите.";
    /// Label of the file field.
    CHOOSE = "Tệp có số liệu", "File with figures", "Файл с данными";
    /// Label of the text field.
    PASTE = "Dán từ bảng tính", "Paste from a spreadsheet", "Вставить из таблицы";
    /// What stands in the empty text field.
    PASTE_HINT = "Dán vào đây cả hàng tiêu đề", "Paste here, with the row of headings", "Вставьте сюда вместе со строкой заголовков";
    /// Reads the pasted text.
    READ_PASTED = "Đọc phần đã dán", "Read what I pasted", "Прочитать вставленное";
    /// Name of a table that was pasted.
    PASTED = "Phần đã dán", "Pasted cells", "Вставленные ячейки";

    /// Heading.
    TEMPLATE = "Mẫu để điền", "Template to fill in", "Шаблон для заполнения";
    /// What the template is.
    TEMPLATE_HELP = "Bảng có sẵn mọi phường, xã; điền xong đọc lại là khớp.", "A table with every ward and commune; filled in, it reads back without a question.", "Таблица со всеми районами и коммунами; после заполнения читается без вопросов.";
    /// Opens the choice of indicators.
    TEMPLATE_INDICATORS = "Chọn chỉ tiêu", "Choose indicators", "Выбрать показатели";
    /// Button.
    TEMPLATE_CSV = "Tải mẫu CSV", "Template as CSV", "Шаблон CSV";
    /// Button.
    TEMPLATE_XLSX = "Tải mẫu XLSX", "Template as XLSX", "Шаблон XLSX";
    /// Name of the template's file.
    TEMPLATE_FILE = "mau-bao-cao", "report-template", "shablon-otcheta";
    /// Name of the template's sheet.
    TEMPLATE_SHEET = "Báo cáo", "Report", "Отчёт";

    /// Heading.
    PRACTICE = "Số liệu luyện tập", "Practice reports", "Учебные отчёты";
    /// What the practice set is.
    PRACTICE_HELP = "Báo cáo bịa ra của mọi phường, xã để tập; có vài chỗ sai cố ý. Bỏ đi được ngay một lần.", "Invented reports of every ward and commune to train with, with a few slips on purpose. They are removed in one step.", "Выдуманные отчёты всех районов и коммун для тренировки, с несколькими ошибками нарочно. Убираются одним действием.";
    /// Button.
    LOAD_PRACTICE = "Mở số liệu luyện tập", "Load practice reports", "Загрузить учебные отчёты";

    /// Button.
    REMOVE_PRACTICE = "Bỏ số liệu luyện tập", "Remove practice reports", "Убрать учебные отчёты";
    /// Label of the banner.
    PRACTICE_LOADED_LABEL = "Đang có số liệu luyện tập", "Practice figures in use", "Загружены учебные данные";

    /// While a file is read.
    READING = "Đang đọc {name}", "Reading {name}", "Читаем {name}";
    /// While figures are compared.
    JUDGING = "Đang so từng số trong {name}", "Checking each figure of {name}", "Проверяем каждое число в {name}";
    /// Button.
    CANCEL = "Dừng", "Cancel", "Отмена";
    /// Button.
    DISCARD = "Bỏ bảng này", "Put this table away", "Убрать эту таблицу";

    /// Heading.
    FOUND = "Đã đọc: {name}", "Read: {name}", "Прочитано: {name}";
    /// Size of the table.
    SIZE = "{rows} hàng, {columns} cột", "rows: {rows}, columns: {columns}", "строк: {rows}, столбцов: {columns}";
    /// Label.
    ENCODING = "Bảng mã", "Encoding", "Кодировка";
    /// Label.
    SEPARATOR = "Dấu ngăn cột", "Between cells", "Между ячейками";
    /// Choice.
    COMMA = "dấu phẩy ,", "comma ,", "запятая ,";
    /// Choice.
    SEMICOLON = "dấu chấm phẩy ;", "semicolon ;", "точка с запятой ;";
    /// Choice.
    TAB = "dấu tab", "tab", "табуляция";
    /// Choice.
    BAR = "gạch đứng |", "bar |", "черта |";
    /// Label.
    SHEET = "Trang tính", "Sheet", "Лист";
    /// Label.
    DIRECTION = "Cách trình bày", "Layout", "Расположение";
    /// Choice.
    AREAS_IN_ROWS = "mỗi hàng một phường, xã", "a ward in each row", "в каждой строке район";
    /// Choice.
    AREAS_IN_COLUMNS = "mỗi cột một phường, xã", "a ward in each column", "в каждом столбце район";
    /// Choice.
    LIST = "danh sách: mỗi hàng một số", "list: one figure in each row", "список: в каждой строке одно число";
    /// Label.
    HEAD_ROW = "Hàng tiêu đề", "Row of headings", "Строка заголовков";
    /// Label.
    DECIMAL = "Dấu thập phân", "Decimal sign", "Дробная часть после";
    /// Choice.
    DECIMAL_FOUND = "theo từng cột", "as each column shows", "как видно по столбцу";
    /// Choice.
    DECIMAL_COMMA = "dấu phẩy (1,5)", "comma (1,5)", "запятой (1,5)";
    /// Choice.
    DECIMAL_POINT = "dấu chấm (1.5)", "point (1.5)", "точки (1.5)";
    /// Label.
    PERIOD = "Kỳ báo cáo", "Period", "Период";
    /// Choice.
    PERIOD_OWN = "kỳ của bộ số liệu", "that of the data set", "как в наборе данных";
    /// Choice.
    PERIOD_NEW = "kỳ khác", "another one", "другой";
    /// Label.
    PERIOD_NAME = "Năm hoặc tên kỳ", "Year or name of the period", "Год или название периода";

    /// Heading.
    COLUMNS = "Các cột", "Columns", "Столбцы";
    /// Heading.
    NAMES = "Tên trong bảng", "Names in the table", "Названия в таблице";
    /// How many names are matched.
    MATCHED = "khớp {n} trên {of}", "{n} of {of} matched", "распознано {n} из {of}";
    /// Column head.
    IN_FILE = "Trong tệp", "In the file", "В файле";
    /// Column head.
    MEANS = "Là", "Means", "Означает";
    /// Label of a choice.
    COLUMN_IS = "Cột {place} ({text}) là", "Column {place} ({text}) means", "Столбец {place} ({text}) означает";
    /// Label of a choice.
    NAME_IS = "{text} là", "{text} means", "{text} означает";
    /// Proposal to accept.
    PROPOSAL = "Có phải {name}?", "Is it {name}?", "Это {name}?";
    /// More names than are listed.
    MORE_NAMES = "Còn {n} tên khác không hiện ở đây.", "{n} more names are not listed here.", "Ещё названий, не показанных здесь: {n}.";
    /// Choice.
    IS_UNKNOWN = "chưa rõ", "not known", "неизвестно";
    /// Choice.
    IS_LEFT_OUT = "bỏ qua", "leave out", "пропустить";
    /// Choice.
    IS_CITY = "tổng của thành phố", "total of the city", "итог города";
    /// Choice.
    IS_KEY = "tên phường, xã hoặc chỉ tiêu", "names the rows", "названия строк";
    /// Choice.
    IS_INDICATOR = "tên chỉ tiêu", "names the indicator", "название показателя";
    /// Choice.
    IS_VALUE = "số liệu", "the figure", "значение";
    /// Choice.
    IS_PERIOD = "kỳ", "the period", "период";
    /// Choice.
    IS_STREET = "phố, thôn", "the street or village", "улица, деревня";
    /// Group of choices.
    GROUP_AREAS = "Phường, xã", "Wards and communes", "Районы и коммуны";

    /// Heading.
    PREVIEW = "Xem từng số", "Each figure", "Каждое число";
    /// Nothing was found.
    NO_FIGURES = "Không tìm thấy số nào: hãy xem lại hàng tiêu đề, các cột và các tên ở trên.", "No figure was found: look at the row of headings, the columns and the names above.", "Не найдено ни одного числа: проверьте строку заголовков, столбцы и названия выше.";
    /// Label of the buttons that filter.
    SHOW_ONLY = "Chỉ hiện", "Show only", "Показать только";
    /// No filter.
    ALL_MARKS = "Tất cả", "All", "Все";
    /// A mark with its number.
    MARK_COUNT = "{mark}: {n}", "{mark}: {n}", "{mark}: {n}";
    /// Button.
    TAKE_ALL = "Nhận hết nhóm này", "Take all of these", "Взять все эти";
    /// Button.
    LEAVE_ALL = "Bỏ hết nhóm này", "Leave all of these out", "Пропустить все эти";
    /// Column head.
    TAKE = "Nhận", "Take", "Взять";
    /// Label of a check box.
    TAKE_THIS = "Nhận số ở {place}", "Take the figure at {place}", "Взять число из {place}";
    /// Column head.
    PLACE = "Ô", "Cell", "Ячейка";
    /// Column head.
    AREA = "Phường, xã", "Ward or commune", "Район, коммуна";
    /// Column head.
    INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Column head.
    READ_AS = "Hiểu là", "Read as", "Прочитано как";
    /// Column head.
    VERDICT = "Nhận xét", "Verdict", "Вывод";
    /// Where the list stands.
    PAGE_OF = "{from} đến {to} trên {of}", "{from} to {to} of {of}", "с {from} по {to} из {of}";
    /// Button.
    PREVIOUS_PAGE = "Trang trước", "Previous page", "Предыдущая страница";
    /// Button.
    NEXT_PAGE = "Trang sau", "Next page", "Следующая страница";

    /// Mark.
    MARK_NEW = "Mới", "New", "Новые";
    /// Mark.
    MARK_CHANGES = "Đổi báo cáo", "Change a report", "Меняют отчёт";
    /// Mark.
    MARK_CONFLICTS = "Khác số đã công bố", "Differ from the published", "Расходятся с опубликованным";
    /// Mark.
    MARK_SAME = "Đã có sẵn", "Same as here", "Уже есть";
    /// Mark.
    MARK_CITY = "Tổng của thành phố", "Totals of the city", "Итоги города";
    /// Mark.
    MARK_AMBIGUOUS = "Chưa rõ dấu thập phân", "Decimal sign unclear", "Неясен знак дробной части";
    /// Mark.
    MARK_NOT_A_NUMBER = "Không phải số", "Not a number", "Не число";
    /// Mark.
    MARK_OUT_OF_RANGE = "Không thể có", "Out of range", "Вне допустимого";
    /// Mark.
    MARK_DUPLICATE = "Lặp lại", "Duplicates", "Повторы";
    /// Mark.
    MARK_UNKNOWN_AREA = "Không rõ phường, xã", "Unknown area", "Неизвестный район";
    /// Mark.
    MARK_UNKNOWN_INDICATOR = "Không rõ chỉ tiêu", "Unknown indicator", "Неизвестный показатель";
    /// Mark.
    MARK_UNKNOWN_STREET = "Không rõ phố, thôn", "Unknown street", "Неизвестная улица";
    /// Mark.
    MARK_OTHER_PERIOD = "Kỳ khác", "Another period", "Другой период";
    /// Mark.
    MARK_COMPUTED = "Trang tự tính", "Computed here", "Вычисляется здесь";

    /// Verdict.
    NEW = "mới", "new", "новое";
    /// Verdict.
    SAME = "đã có số này", "the same figure is here", "такое значение уже есть";
    /// Verdict.
    CHANGES = "thay báo cáo trước: {from}", "changes the report: {from} before", "меняет отчёт: было {from}";
    /// Verdict.
    CONFLICTS = "khác số đã công bố: {published}", "differs from the published figure: {published}", "отличается от опубликованного: {published}";
    /// Verdict.
    CITY_EQUAL = "bằng tổng đã công bố, không nhận", "equals the published total, not taken in", "равен опубликованному итогу, не принимается";
    /// Verdict.
    CITY_DIFFERS = "tổng đã công bố là {published}, không nhận", "{published} is the published total, not taken in", "опубликованный итог {published}, не принимается";
    /// Verdict.
    CITY_PLAIN = "tổng của thành phố, không nhận", "a total of the city, not taken in", "итог города, не принимается";
    /// Verdict.
    NOT_A_NUMBER = "không phải số", "not a number", "не число";
    /// Verdict.
    AMBIGUOUS = "hàng nghìn hay phần thập phân: hãy chọn dấu thập phân ở trên", "thousands or a fraction: choose the decimal sign above", "тысячи или дробь: выберите знак дробной части выше";
    /// Verdict.
    NEGATIVE = "không thể âm", "cannot be below zero", "не может быть меньше нуля";
    /// Verdict.
    NOT_WHOLE = "phải là số nguyên", "must be a whole number", "должно быть целым";
    /// Verdict.
    ABOVE_100 = "không thể quá 100 phần trăm", "cannot be above 100 per cent", "не может быть больше 100 процентов";
    /// Verdict.
    NOT_YES_NO = "phải là có hoặc không", "must be yes or no", "должно быть да или нет";
    /// Verdict.
    PERCENT_SIGN = "có dấu phần trăm, nhưng chỉ tiêu này không phải tỷ lệ", "has a per cent sign, but the indicator is no share", "стоит знак процента, но показатель не доля";
    /// Verdict.
    TOO_LARGE = "quá lớn", "too large", "слишком большое";
    /// Verdict.
    COMPUTED = "chỉ tiêu này tự tính từ chỉ tiêu khác", "this indicator follows from others", "этот показатель вычисляется из других";
    /// Verdict.
    UNKNOWN_AREA = "không rõ phường, xã nào", "the ward or commune is not known", "район или коммуна неизвестны";
    /// Verdict.
    UNKNOWN_INDICATOR = "không rõ chỉ tiêu nào", "the indicator is not known", "показатель неизвестен";
    /// Verdict.
    UNKNOWN_STREET = "danh sách phố, thôn của nơi này không có tên {name}", "the register of this area has no {name}", "в списке этого района нет: {name}";
    /// Verdict.
    OTHER_PERIOD = "hàng này thuộc kỳ {name}", "the row is of the period {name}", "строка относится к периоду {name}";
    /// Verdict.
    DUPLICATE = "đã có ở {place}; ô trước được tính", "stands at {place} already; the first one counts", "уже есть в {place}; считается первое";
    /// Yes/no.
    YES = "có", "yes", "да";
    /// Yes/no.
    NO = "không", "no", "нет";

    /// The import was put away.
    OUTCOME_UNDONE = "Có thể hoàn tác cả lần nhận này bằng một bước.", "The whole import can be taken back in one step.", "Всю загрузку можно отменить одним шагом.";
    /// What went wrong, when the journal refuses.
    REFUSED = "Không nhận được ({why}). Chưa có gì thay đổi.", "This cannot be taken in ({why}). Nothing has changed.", "Не удалось принять ({why}). Ничего не изменилось.";

    /// Why figures are not taken in that fill the storage.
    NO_ROOM = "{n} số liệu không đủ chỗ trong bộ nhớ của trình duyệt: chỉ còn chỗ cho khoảng {fitting}. Chưa nhận số liệu nào. Hãy bỏ bớt, chia tệp, hoặc lưu ghi chú cũ thành tệp rồi xoá khỏi máy.", "{n} figures do not fit into the browser’s storage: there is room for about {fitting}. Nothing has been taken in. Leave some out, split the file, or save what is here as a file and erase it from the device.", "{n} значений не поместятся в хранилище браузера: места хватит примерно на {fitting}. Ничего не принято. Уберите часть, разделите файл или сохраните имеющееся в файл и сотрите с устройства.";

    /// Trouble.
    NOT_READ = "{name}: không đọc được ({why}). Hãy chọn lại tệp.", "{name}: cannot be read ({why}). Choose the file again.", "{name}: не удалось прочитать ({why}). Выберите файл ещё раз.";
    /// Trouble.
    EMPTY = "{name}: không có ô nào có chữ hay số.", "{name}: there is nothing in any cell.", "{name}: во всех ячейках пусто.";
    /// Trouble.
    TOO_LARGE_FILE = "{name}: tệp quá lớn, nhiều nhất {max} MB. Hãy chia tệp thành nhiều phần.", "{name}: the file is too large, {max} MB at most. Split it into parts.", "{name}: файл слишком большой, не больше {max} МБ. Разделите его на части.";
    /// Trouble.
    OLD_EXCEL = "{name}: tệp XLS của Excel đời cũ. Hãy mở bằng Excel hoặc LibreOffice rồi lưu thành XLSX.", "{name}: a file of old Excel (XLS). Open it in Excel or LibreOffice and save it as XLSX.", "{name}: файл старого Excel (XLS). Откройте его в Excel или LibreOffice и сохраните как XLSX.";
    /// Trouble.
    ENCRYPTED = "{name}: tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu rồi lưu lại.", "{name}: protected by a password. Open it, take the password off and save it again.", "{name}: защищён паролем. Откройте файл, снимите пароль и сохраните снова.";
    /// Trouble.
    OTHER_BINARY = "{name}: đây là {what}, không phải bảng. Hãy lưu bảng thành CSV hoặc XLSX.", "{name}: this is {what} and no table. Save the table as CSV or XLSX.", "{name}: это {what}, а не таблица. Сохраните таблицу как CSV или XLSX.";
    /// What a file is.
    A_PDF = "tệp PDF", "a PDF", "PDF";
    /// What a file is.
    A_PICTURE = "hình ảnh", "a picture", "изображение";
    /// What a file is.
    NO_TEXT = "tệp nhị phân", "a binary file", "двоичный файл";
    /// What a file is.
    AN_ARCHIVE = "tệp nén hoặc tài liệu khác", "an archive or another document", "архив или другой документ";
    /// Trouble.
    BROKEN_TEXT = "{name}: chữ hỏng ở byte {where} (đọc theo {encoding}). Hãy chọn bảng mã khác hoặc lưu lại thành CSV UTF-8.", "{name}: broken text at byte {where} (read as {encoding}). Choose another encoding, or save it again as CSV UTF-8.", "{name}: повреждён текст, байт {where} (читали как {encoding}). Выберите другую кодировку или сохраните заново как CSV UTF-8.";
    /// Trouble.
    OPEN_QUOTE = "{name}: dấu ngoặc kép mở ở ô {place} không đóng. Hãy sửa ô đó hoặc lưu lại từ bảng tính.", "{name}: a quote opened in cell {place} is never closed. Mend that cell, or save it again from the spreadsheet.", "{name}: кавычка в ячейке {place} не закрыта. Исправьте ячейку или сохраните файл заново из таблицы.";
    /// Trouble.
    CELL_TOO_LONG = "{name}: ô {place} quá dài. Có lẽ đã chọn nhầm dấu ngăn cột hoặc thiếu dấu ngoặc kép.", "{name}: cell {place} is too long. Perhaps the separator is wrong or a quote is missing.", "{name}: ячейка {place} слишком длинная. Возможно, неверный разделитель или нет кавычки.";
    /// Trouble.
    TOO_MANY_CELLS = "{name}: bảng quá lớn từ ô {place}. Hãy chia bảng thành nhiều tệp.", "{name}: the table is too large from cell {place} on. Split it into several files.", "{name}: таблица слишком велика начиная с ячейки {place}. Разделите её на несколько файлов.";
    /// Trouble.
    SHEET_TOO_LARGE = "{name}: trang tính {what} quá lớn. Hãy chia thành nhiều tệp.", "{name}: the sheet {what} is too large. Split it into several files.", "{name}: лист {what} слишком велик. Разделите его на несколько файлов.";
    /// Trouble.
    UNPACKS_TOO_LARGE = "{name}: giải nén ra quá lớn nên không mở. Hãy lưu lại chỉ với trang tính cần thiết.", "{name}: would unpack to far too much and is not opened. Save it again with only the sheet that is needed.", "{name}: распакуется в слишком большой объём, поэтому не открыт. Сохраните заново только нужный лист.";
    /// Trouble.
    DAMAGED = "{name}: tệp hỏng ở phần {what}. Hãy mở bằng bảng tính rồi lưu lại.", "{name}: damaged in its part {what}. Open it in a spreadsheet and save it again.", "{name}: повреждена часть {what}. Откройте файл в таблице и сохраните заново.";
    /// Trouble.
    READER_FAILED = "{name}: trình đọc bảng tính dừng giữa chừng. Hãy lưu trang tính thành CSV rồi chọn lại.", "{name}: the reader of workbooks stopped. Save the sheet as CSV and choose that.", "{name}: чтение книги прервалось. Сохраните лист как CSV и выберите его.";
    /// Trouble.
    READER_MISSING = "{name}: phần đọc XLSX và ODS chưa tải được. Hãy kiểm tra kết nối mạng rồi thử lại.", "{name}: the reader of XLSX and ODS has not arrived. Check the network and try again.", "{name}: модуль чтения XLSX и ODS не загрузился. Проверьте сеть и попробуйте ещё раз.";
}

crate::plurals! {
    /// The button that takes the figures in.
    TAKE_IN = "Nhận {n} số liệu", ["Take in {n} figure", "Take in {n} figures"], ["Принять {n} значение", "Принять {n} значения", "Принять {n} значений"];
    /// What was taken in.
    TAKEN_IN = "Đã nhận {n} số liệu từ {name}.", ["{n} figure was taken in from {name}.", "{n} figures were taken in from {name}."], ["Принято {n} значение из {name}.", "Принято {n} значения из {name}.", "Принято {n} значений из {name}."];
    /// What was not.
    LEFT_OUT = "{n} ô khác không nhận.", ["{n} other cell was left out.", "{n} other cells were left out."], ["Ещё {n} ячейка пропущена.", "Ещё {n} ячейки пропущены.", "Ещё {n} ячеек пропущены."];
    /// The practice set is loaded.
    PRACTICE_LOADED = "Đã mở {n} số liệu luyện tập.", ["{n} practice figure is loaded.", "{n} practice figures are loaded."], ["Загружено {n} учебное значение.", "Загружено {n} учебных значения.", "Загружено {n} учебных значений."];
}
