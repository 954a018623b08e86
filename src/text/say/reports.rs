//! The review's table, entry of reports, and list of findings.

crate::words! {
    /// How many figures are known.
    PROGRESS = "Đã có {n} trên {of} số liệu", "{n} of {of} figures are known", "Известно {n} из {of} значений";
    /// How far areas have come.
    PROGRESS_AREAS = "đủ: {complete}, một phần: {begun}, chưa có gì: {missing} (trên {of} phường, xã)", "complete: {complete}, in part: {begun}, nothing yet: {missing} (of {of} wards and communes)", "полностью: {complete}, частично: {begun}, пока ничего: {missing} (из {of} районов и коммун)";
    /// No report at all.
    EMPTY = "Chưa có báo cáo nào.", "No report has come in yet.", "Отчётов пока нет.";
    /// What to do then.
    EMPTY_HELP = "Hãy nhập báo cáo của một phường, xã hoặc đọc từ tệp; tổng đã công bố đã có sẵn trong bảng.", "Enter the report of a ward or commune, or import a file; the published totals stand in the table already.", "Введите отчёт района или коммуны либо загрузите файл; опубликованные итоги уже стоят в таблице.";
    /// Label of what cells show.
    CELLS_SHOW = "Bảng hiện", "Cells show", "В ячейках";
    /// Cells show figures.
    FIGURES = "Số liệu", "Figures", "Значения";
    /// Cells show changes.
    CHANGES = "Thay đổi", "Changes", "Изменения";
    /// Cells show changes in per cent.
    CHANGES_PCT = "Thay đổi (%)", "Changes (%)", "Изменения (%)";
    /// Head of the first column.
    AREA = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// Foot row.
    REPORTED_ROW = "Đã báo cáo", "Reported", "Сообщили";
    /// Foot row.
    SHARE_PRINTED = "Tỷ lệ theo nguồn", "Share as printed", "Доля в источнике";
    /// Foot row.
    SHARE_OF_SUM = "Tỷ lệ của phần đã cộng", "Share of the sum", "Доля от суммы";
    /// Heading of the marks.
    MARKS = "Ký hiệu", "Marks", "Обозначения";
    /// Mark of outliers.
    DOUBTFUL = "cần xem lại", "looks unusual", "необычное значение";
    /// Mark of differing values.
    DIFFERS = "có hai số khác nhau", "two values differ", "значения различаются";
    /// Mark of a sum of some streets.
    IN_PART = "mới có một phần", "in part", "частично";
    /// A cell of a screen reader's table: what it is a button for.
    CELL = "{where}, {what}: {value}", "{where}, {what}: {value}", "{where}, {what}: {value}";
    /// How to move among cells.
    CELL_KEYS = "Mũi tên: sang ô kế bên; Enter: xem chi tiết.", "Arrow keys: next cell; Enter: details.", "Стрелки: соседняя ячейка; Enter: подробности.";
    /// A row's button to the entry.
    ENTER_REPORT_OF = "Nhập báo cáo của {where}: {progress}", "Enter the report of {where}: {progress}", "Ввести отчёт, {where}: {progress}";
    /// Ends of an interval in a cell.
    ENDS = "{low}–{high}", "{low}–{high}", "{low}–{high}";
    /// No change is known.
    NO_CHANGE_KNOWN = "không có số trước đó", "no figure before", "прежнего значения нет";
    /// The interval of an estimate.
    INTERVAL = "khoảng 90%: {low} đến {high}", "90% interval: {low} to {high}", "интервал 90\u{a0}%: от {low} до {high}";
    /// An estimate in words.
    ESTIMATE_IS = "ước tính {value}, khoảng 90%: {low} đến {high}", "estimate {value}, 90% interval: {low} to {high}", "оценка {value}, интервал 90\u{a0}%: от {low} до {high}";
    /// Change, absolute and in per cent.
    CHANGE_BOTH = "{absolute} ({pct})", "{absolute} ({pct})", "{absolute} ({pct})";

    /// Doubt.
    FAR_ABOVE = "Cao hơn hẳn các phường, xã khác khi so theo quy mô (z bền vững {z}).", "Far above the other wards and communes for its size (robust z {z}).", "Намного выше других районов и коммун с учётом размера (робастное z {z}).";
    /// Doubt.
    FAR_BELOW = "Thấp hơn hẳn các phường, xã khác khi so theo quy mô (z bền vững {z}).", "Far below the other wards and communes for its size (robust z {z}).", "Намного ниже других районов и коммун с учётом размера (робастное z {z}).";
    /// Doubt.
    OUTSIDE = "Nằm ngoài khoảng ước tính từ tổng đã công bố: {low} đến {high}.", "Outside of what the published total lets expect: {low} to {high}.", "Вне интервала, ожидаемого по опубликованному итогу: от {low} до {high}.";
    /// Doubt.
    TOO_GREAT = "Có thể thừa chữ số: gấp khoảng {factor} lần mức thường thấy.", "Perhaps a digit too many: about {factor} times what is usual.", "Возможно, лишняя цифра: примерно в {factor} раз больше обычного.";
    /// Doubt.
    TOO_SMALL = "Có thể thiếu chữ số: nhỏ hơn khoảng {factor} lần mức thường thấy.", "Perhaps a digit too few: about {factor} times less than usual.", "Возможно, не хватает цифры: примерно в {factor} раз меньше обычного.";

    /// Label of a detail.
    FIGURE = "Số liệu", "Figure", "Значение";
    /// Label of a detail.
    FROM_WHOM = "Nguồn báo cáo", "Report by", "Кто сообщил";
    /// Label of a detail.
    BEFORE = "Trước đó", "Before", "Ранее";
    /// Label of a detail.
    STREETS = "Phố, thôn", "Streets and villages", "Улицы и деревни";
    /// Label of a detail.
    PUBLISHED = "Đã công bố", "Published", "Опубликовано";
    /// Label of a detail.
    DOUBTS = "Cần xem lại", "Looks unusual", "Необычно";
    /// Label of a detail.
    ESTIMATE = "Ước tính", "Estimate", "Оценка";
    /// Label of a detail.
    DIFFERENT_VALUES = "Các giá trị khác nhau", "Different values", "Разные значения";
    /// Keeps one of different values.
    KEEP = "Giữ số {value}", "Keep {value}", "Оставить {value}";
    /// Keeps a withdrawal.
    KEEP_WITHDRAWN = "Giữ việc rút báo cáo", "Keep it withdrawn", "Оставить отозванным";
    /// A button.
    ENTER_HERE = "Nhập số liệu", "Enter a figure", "Ввести значение";
    /// A button.
    OPEN_SHEET = "Mở hồ sơ phường, xã", "Open the area sheet", "Открыть карточку района";

    /// Heading of the message.
    MESSAGE = "Tin nhắn gửi nơi chưa báo cáo", "Message to those who have not reported", "Сообщение тем, кто не прислал отчёт";
    /// Choice of whom to write to.
    MESSAGE_FOR = "Chưa báo cáo", "Not reported", "Нет отчёта";
    /// Those who have reported nothing.
    ANYTHING = "Chưa có số liệu nào", "Nothing at all", "Совсем ничего";
    /// Label of the text.
    MESSAGE_TEXT = "Nội dung tin nhắn", "Text of the message", "Текст сообщения";
    /// Copies.
    COPY = "Sao chép", "Copy", "Скопировать";
    /// Copied.
    COPIED = "Đã sao chép tin nhắn.", "The message is copied.", "Сообщение скопировано.";
    /// The browser does not copy.
    COPY_BY_KEYS = "Trình duyệt không cho sao chép tự động. Nội dung đã được chọn, hãy bấm Ctrl+C.", "The browser does not let the page copy. The text is selected: press Ctrl+C.", "Браузер не даёт странице копировать. Текст выделен: нажмите Ctrl+C.";

    /// Label of the list of areas.
    AREAS = "Phường, xã và số chỉ tiêu đã báo cáo", "Wards and communes, with how much each has reported", "Районы и коммуны и сколько показателей сообщено";
    /// Whose report it is.
    WHOSE = "Báo cáo của", "Report of", "Чей отчёт";
    /// The area itself.
    WHOLE_AREA = "Toàn phường, xã", "The whole area", "Весь район";
    /// Choice of an area.
    AREA_CHOICE = "Phường, xã", "Ward or commune", "Район или коммуна";
    /// A button.
    PREVIOUS_AREA = "Phường, xã trước", "Previous area", "Предыдущий район";
    /// A button.
    NEXT_AREA = "Phường, xã tiếp theo", "Next area", "Следующий район";
    /// How to use the keys.
    KEYS = "Enter hoặc mũi tên xuống: ô tiếp theo. Ctrl+Enter: phường, xã tiếp theo. Alt với mũi tên lên, xuống: đổi phường, xã. Số liệu được lưu khi rời ô.", "Enter or arrow down: next field. Ctrl+Enter: next area. Alt with arrow up or down: change the area. A figure is saved when you leave its field.", "Enter или стрелка вниз: следующее поле. Ctrl+Enter: следующий район. Alt со стрелкой вверх или вниз: сменить район. Значение сохраняется при выходе из поля.";
    /// What a figure is a part of.
    OF_BASE = "trên {base} ({what})", "of {base} ({what})", "из {base} ({what})";
    /// The figure before, in the field.
    LAST = "trước đó {value}", "before {value}", "ранее {value}";
    /// A practice figure beside the field.
    PRACTICE_IS = "số luyện tập: {value}", "practice figure: {value}", "учебное значение: {value}";
    /// A published figure beside the field.
    PUBLISHED_IS = "đã công bố: {value}", "published: {value}", "опубликовано: {value}";
    /// Withdraws a report.
    WITHDRAW = "Rút", "Withdraw", "Отозвать";
    /// Withdraws a report, said in full.
    WITHDRAW_WHAT = "Rút báo cáo: {what}", "Withdraw the report: {what}", "Отозвать отчёт: {what}";
    /// Said after an entry.
    SAVED = "{what}: đã nhận {value}", "{what}: {value} taken", "{what}: принято {value}";
    /// Said after a withdrawal.
    WITHDRAWN = "{what}: đã rút báo cáo", "{what}: the report is withdrawn", "{what}: отчёт отозван";
    /// Wrong number: nothing but signs.
    NO_DIGITS = "“{text}” không có chữ số. Hãy nhập một số. {stays}", "“{text}” has no digits. Enter a number. {stays}", "В «{text}» нет цифр. Введите число. {stays}";
    /// Wrong number: a character.
    BAD_CHARACTER = "“{text}”: ký tự thứ {at} ({found}) không thuộc một số. Hãy chỉ nhập chữ số. {stays}", "“{text}”: character {at} ({found}) is not part of a number. Enter digits only. {stays}", "«{text}»: знак {at} ({found}) не часть числа. Введите только цифры. {stays}";
    /// Wrong number: groups.
    BAD_GROUPS = "“{text}”: nhóm chữ số sau ký tự thứ {at} không đủ ba chữ số. Hãy nhập không có dấu nhóm. {stays}", "“{text}”: the group after character {at} does not have three digits. Enter it without separators. {stays}", "«{text}»: в группе после знака {at} не три цифры. Введите без разделителей. {stays}";
    /// Wrong number: ambiguous.
    AMBIGUOUS = "“{text}”: dấu ở ký tự thứ {at} có thể là dấu nhóm hoặc dấu thập phân. Hãy nhập không có dấu nhóm. {stays}", "“{text}”: the sign at character {at} may separate thousands or decimals. Enter it without separators. {stays}", "«{text}»: знак {at} может отделять тысячи или дробную часть. Введите без разделителей. {stays}";
    /// Wrong number: too large.
    TOO_LARGE = "“{text}” quá lớn. Hãy kiểm tra số chữ số. {stays}", "“{text}” is too large. Check the number of digits. {stays}", "Число «{text}» слишком велико. Проверьте число цифр. {stays}";
    /// Not a count.
    NOT_A_COUNT = "“{text}” không phải số đếm. Hãy nhập số nguyên từ 0 trở lên. {stays}", "“{text}” is not a count. Enter a whole number from 0 up. {stays}", "«{text}» не количество. Введите целое число от 0. {stays}";
    /// Not an amount.
    NOT_AN_AMOUNT = "“{text}” nhỏ hơn 0 hoặc quá lớn. Hãy nhập một số từ 0 trở lên. {stays}", "“{text}” is below 0 or too large. Enter a number from 0 up. {stays}", "«{text}» меньше 0 или слишком велико. Введите число от 0. {stays}";
    /// Not a share.
    NOT_A_SHARE = "“{text}” không nằm trong khoảng 0 đến 100. Hãy nhập phần trăm. {stays}", "“{text}” is not between 0 and 100. Enter per cent. {stays}", "«{text}» не в пределах от 0 до 100. Введите проценты. {stays}";
    /// The old value stays.
    OLD_STAYS = "Vẫn giữ số cũ: {value}.", "The old value stays: {value}.", "Остаётся прежнее значение: {value}.";
    /// Nothing was there, nothing is.
    NOTHING_STAYS = "Chưa lưu gì.", "Nothing is saved.", "Ничего не сохранено.";
    /// A wrong field keeps one from leaving.
    MEND_FIRST = "Hãy sửa ô có lỗi trước khi sang phường, xã khác.", "Mend the wrong field before going to another area.", "Исправьте поле с ошибкой, прежде чем перейти к другому району.";
    /// No street counts.
    ONLY_COUNTS = "Theo phố, thôn chỉ nhập số đếm và đại lượng; các số này cộng lên phường, xã.", "By street only counts and amounts are entered; they add up to the area.", "По улицам вводятся только количества и меры; они складываются в значение района.";
    /// No reviewed indicator at all.
    NO_INDICATORS = "Không có chỉ tiêu nào để báo cáo.", "There is no indicator to report on.", "Нет показателей для отчёта.";

    /// Empty list.
    NO_FINDINGS = "Không có mâu thuẫn nào.", "Nothing contradicts.", "Расхождений нет.";
    /// Empty list of open findings.
    NO_OPEN_FINDINGS = "Mọi mâu thuẫn đã được chấp nhận.", "Every finding is accepted.", "Все расхождения приняты.";
    /// What the list is.
    FINDINGS_HELP = "Số liệu không bị sửa. Mỗi mâu thuẫn vẫn ở đây cho đến khi số liệu khớp; có thể chấp nhận kèm ghi chú.", "No figure is corrected. Each finding stays here until the figures agree; it can be accepted with a remark.", "Числа не исправляются. Каждое расхождение остаётся здесь, пока числа не сойдутся; его можно принять с пояснением.";
    /// Label of the remark.
    REMARK = "Ghi chú", "Remark", "Пояснение";
    /// A button.
    ACCEPT = "Chấp nhận", "Accept", "Принять";
    /// A button, said in full.
    ACCEPT_WHAT = "Chấp nhận: {what}", "Accept: {what}", "Принять: {what}";
    /// A button.
    REOPEN = "Mở lại", "Take back", "Вернуть в открытые";
    /// A button, said in full.
    REOPEN_WHAT = "Mở lại: {what}", "Take back: {what}", "Вернуть в открытые: {what}";
    /// A button.
    SHOW_CELL = "Xem trong bảng", "Show in the table", "Показать в таблице";
    /// A button.
    SHOW_INDICATOR = "Xem trên bản đồ", "Show on the map", "Показать на карте";
    /// A button.
    SHOW_REGISTER = "Xem danh sách phố, thôn", "Show the register", "Показать список улиц и деревень";
    /// More findings than are shown.
    SHOW_MORE = "Xem thêm {n}", "Show {n} more", "Показать ещё {n}";
    /// How many open findings, on the part's button.
    OPEN_COUNT = "{n} chưa giải quyết", "{n} open", "открыто: {n}";

    /// Rule.
    RULE_ABOVE_TOTAL = "Các báo cáo cộng lại không được vượt tổng đã công bố", "Reports must not exceed the published total", "Сумма отчётов не должна превышать опубликованный итог";
    /// Rule.
    RULE_SUM = "Khi mọi nơi đã báo cáo, tổng cộng phải bằng tổng đã công bố", "When all have reported, the sum must be the published total", "Когда все отчитались, сумма должна равняться опубликованному итогу";
    /// Rule.
    RULE_CAPACITY = "Phần còn lại không được nhiều hơn mức các nơi chưa báo cáo có thể có", "The remainder must fit into the areas that are still open", "Остаток должен помещаться в районы без отчёта";
    /// Rule.
    RULE_SHARE = "Tỷ lệ ghi trong nguồn phải tính lại được", "A printed share must follow from its parts", "Указанная доля должна следовать из своих частей";
    /// Rule.
    RULE_IMPLIED_BASE = "Tổng số suy ra từ tỷ lệ phải khớp với số đã biết", "The base that a share implies must be the known one", "База, следующая из доли, должна совпадать с известной";
    /// Rule.
    RULE_CHANGE = "Mức tăng, giảm phải nêu năm so sánh", "A change must name the year that it is compared with", "У изменения должен быть указан год сравнения";
    /// Rule.
    RULE_ABOVE_BASE = "Một phần không được lớn hơn toàn bộ", "A part must not be more than the whole", "Часть не может быть больше целого";
    /// Rule.
    RULE_REPORT = "Báo cáo phải khớp số đã công bố", "A report must agree with what was published", "Отчёт должен совпадать с опубликованным";
    /// Rule.
    RULE_PEOPLE = "Mọi người phải nhập cùng một số", "People must have entered the same value", "Все должны ввести одно и то же значение";
    /// Rule.
    RULE_STREETS = "Phố, thôn cộng lại phải bằng số của phường, xã", "Streets and villages must add up to their area", "Улицы и деревни должны давать в сумме значение района";
    /// Rule.
    RULE_REGISTER = "Danh sách phố, thôn phải đủ số đã nêu", "The register must hold as many as are stated", "В списке должно быть столько улиц и деревень, сколько заявлено";
    /// Rule.
    RULE_UNPLACED = "Mỗi báo cáo phải có chỗ trong bộ số liệu", "Every report must have a place in the data set", "Для каждого отчёта должно быть место в наборе данных";
    /// Rule.
    RULE_UNUSABLE = "Số dùng để ước tính phải dùng được", "Figures that estimates are made from must be usable", "Числа, по которым строится оценка, должны быть пригодны";
    /// Finding.
    UNUSABLE = "{what}, {where}: không ước tính được vì một số bị thiếu, nhỏ hơn 0 hoặc trọng số bằng 0.", "{what}, {where}: nothing can be estimated, because a figure is no number, below 0, or a weight of 0.", "{what}, {where}: оценка невозможна, потому что значение не число, меньше 0 или вес равен 0.";
}

crate::plurals! {
    /// How many findings are open.
    N_OPEN = "{n} mâu thuẫn chưa giải quyết", ["{n} open finding", "{n} open findings"], ["{n} открытое расхождение", "{n} открытых расхождения", "{n} открытых расхождений"];
    /// How many findings are accepted.
    N_ACCEPTED = "{n} mâu thuẫn đã chấp nhận", ["{n} accepted finding", "{n} accepted findings"], ["{n} принятое расхождение", "{n} принятых расхождения", "{n} принятых расхождений"];
}
