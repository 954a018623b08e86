//! What people differ in beside notes: kinds, fields and values in words, and what a file holds beside notes.

crate::words! {
    /// Heading of the panels' list.
    TITLE = "Chỗ khác nhau ngoài ghi chú", "Differences beside notes", "Расхождения вне заметок";
    /// What the list is for.
    INTRO = "Hai người đã ghi khác nhau. Chọn bản cần giữ; bản kia vẫn còn trong lịch sử.", "Two people entered different things. Choose which one stays; the other is kept in the history.", "Два человека внесли разное. Выберите, что останется; другое сохранится в истории.";
    /// Accessible name of one difference.
    AT = "{thing}: {field}", "{thing}: {field}", "{thing}: {field}";
    /// Button that keeps a version.
    KEEP = "Giữ: {value}", "Keep: {value}", "Оставить: {value}";
    /// Nothing stands in the field.
    EMPTY = "để trống", "empty", "пусто";
    /// A version that takes the thing away.
    GONE = "bỏ đi", "take it away", "убрать";
    /// A version that keeps the thing, changed.
    STAYS = "giữ lại", "keep it", "сохранить";
    /// Something that is not here.
    NOT_HERE = "không có ở đây ({key})", "not here ({key})", "здесь отсутствует ({key})";
    /// A field of another version of the page.
    OTHER_FIELD = "mục {name}", "field {name}", "поле {name}";

    /// Heading in the preview of a file.
    BESIDE = "Ngoài ghi chú", "Beside notes", "Помимо заметок";

    /// Kind of thing.
    NOTES = "Ghi chú", "Notes", "Заметки";
    /// Kind of thing.
    REPORTS = "Báo cáo", "Reports", "Отчёты";
    /// Kind of thing.
    SUBDIVISIONS = "Phố, thôn", "Streets and villages", "Улицы и деревни";
    /// Kind of thing.
    FINDINGS = "Điểm chưa khớp đã xem", "Findings looked at", "Рассмотренные расхождения";
    /// Kind of thing.
    INDICATORS = "Chỉ tiêu tự thêm", "Own indicators", "Собственные показатели";
    /// Kind of thing.
    ESTIMATES = "Cách ước tính", "Settings of the estimates", "Настройки оценок";
    /// Kind of thing.
    PERIODS = "Kỳ", "Periods", "Периоды";
    /// Kind of thing.
    TASKS = "Nhiệm vụ", "Tasks", "Задачи";
    /// Kind of thing.
    CHECK_INS = "Đánh giá", "Check-ins", "Отметки";
    /// Kind of thing.
    TARGETS = "Mục tiêu", "Targets", "Цели";
    /// Kind of thing.
    RECOMMENDATIONS = "Kiến nghị", "Recommendations", "Рекомендации";
    /// Kind of thing.
    INDEXES = "Cách tính chỉ số", "Index settings", "Настройки индекса";
    /// Kind of thing.
    SHORTLIST = "Danh sách khen thưởng", "Shortlist", "Список на поощрение";

    /// Field.
    VALUE = "giá trị", "value", "значение";
    /// Field.
    AREA = "phường, xã", "ward or commune", "район или коммуна";
    /// Field.
    NAME = "tên", "name", "название";
    /// Field.
    LIFE = "còn dùng hay bỏ", "in use or not", "используется или нет";
    /// Field.
    ACCEPTED = "chấp nhận", "accepted", "принято";
    /// Field.
    REMARK = "nhận xét", "remark", "замечание";
    /// Field.
    LABEL = "tên gọi", "label", "наименование";
    /// Field.
    UNIT = "đơn vị tính", "unit", "единица";
    /// Field.
    KIND = "loại", "kind", "тип";
    /// Field.
    POLARITY = "hướng tốt", "better direction", "лучшее направление";
    /// Field.
    BASE = "là một phần của", "part of", "часть чего";
    /// Field.
    DECIMALS = "số chữ số thập phân", "decimals", "знаков после запятой";
    /// Field.
    TARGET = "mục tiêu", "target", "цель";
    /// Field.
    ON = "bật ước tính", "estimates shown", "оценки показаны";
    /// Field.
    WEIGHTS = "trọng số", "weights", "веса";
    /// Field.
    OVERDISPERSION = "mức giống nhau giữa các nơi", "how alike areas are", "сходство районов";
    /// Field.
    SEED = "số hạt giống", "seed", "начальное число";
    /// Field.
    DRAWS = "số lần thử", "number of draws", "число прогонов";
    /// Field.
    GROUP = "nhóm", "group", "группа";
    /// Field.
    ROLE = "người chịu trách nhiệm", "who is responsible", "ответственный";
    /// Field.
    RHYTHM = "nhịp", "rhythm", "периодичность";
    /// Field.
    START = "ngày bắt đầu", "first day", "начало";
    /// Field.
    DUE = "hạn", "due day", "срок";
    /// Field.
    EVIDENCE = "minh chứng", "evidence", "подтверждение";
    /// Field.
    INDICATOR = "chỉ tiêu", "indicator", "показатель";
    /// Field.
    OUTCOMES = "kết quả được đếm", "outcomes counted", "учитываемые события";
    /// Field.
    TO_ALL = "giao cho mọi nơi", "given to all areas", "поручено всем";
    /// Field, for one area.
    TO_AREA = "giao cho {name}", "given to {name}", "поручено: {name}";
    /// Field.
    STATUS = "tình trạng", "status", "статус";
    /// Field.
    FIGURE = "số liệu", "figure", "значение";
    /// Field.
    RULE = "quy tắc", "rule", "правило";
    /// Field.
    TEXT = "nội dung", "text", "текст";
    /// Field.
    THEME = "chủ đề", "theme", "тема";
    /// Field.
    ADDRESSED_TO = "gửi tới", "addressed to", "кому";
    /// Field.
    DATE = "ngày", "date", "дата";
    /// Field.
    SUBDIVISION = "phố, thôn", "street or village", "улица или деревня";
    /// Field.
    DECISION = "quyết định", "decision", "решение";
    /// Field.
    ANSWER = "trả lời", "answer", "ответ";
    /// Field.
    LINK_NOTE = "ghi chú kèm theo", "linked note", "связанная заметка";
    /// Field.
    LINK_TASK = "nhiệm vụ kèm theo", "linked task", "связанная задача";
    /// Field, for one indicator.
    WEIGHT_OF = "trọng số của {name}", "weight of {name}", "вес: {name}";
    /// Field, for one indicator.
    POLARITY_OF = "hướng tốt của {name}", "better direction of {name}", "лучшее направление: {name}";
    /// Field.
    NORMALISATION = "cách đưa về cùng thang", "how figures are made comparable", "приведение к одной шкале";
    /// Field.
    AGGREGATION = "cách gộp", "how they are put together", "способ объединения";
    /// Field.
    THRESHOLD = "ngưỡng số liệu", "data threshold", "порог данных";
    /// Field.
    SPREAD = "độ thay đổi trọng số", "spread of the weights", "разброс весов";
    /// Field.
    VARY = "thay đổi cách đưa về cùng thang", "vary how figures are compared", "менять приведение к шкале";
    /// Field.
    CHOSEN_SETTING = "cách tính đang dùng", "setting in use", "используемая настройка";
    /// Field.
    SHORTLISTED = "trong danh sách", "on the shortlist", "в списке";
    /// Field.
    REASON = "lý do", "reason", "обоснование";
    /// Field, for one role.
    CERTIFICATES_OF = "số giấy khen: {name}", "certificates: {name}", "грамоты: {name}";
}
