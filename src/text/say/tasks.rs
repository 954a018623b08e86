//! Tasks and check-ins: groups, rhythms, statuses, outcomes, and the two indicators that follow from them.

crate::words! {
    /// Heading of the page.
    TITLE = "Nhiệm vụ trong năm", "The year’s work", "Работа на год";
    /// Label of the navigation within the page.
    PARTS = "Các phần", "Parts", "Разделы";
    /// A part of the page.
    PART_MATRIX = "Bảng theo dõi", "Matrix", "Матрица";
    /// A part of the page.
    PART_LIST = "Danh sách nhiệm vụ", "List of tasks", "Список задач";
    /// A part of the page.
    PART_CALENDAR = "Lịch", "Calendar", "Календарь";
    /// A part of the page.
    PART_RECOMMENDATIONS = "Kiến nghị", "Recommendations", "Рекомендации";
    /// A part of the page.
    PART_TARGETS = "Mục tiêu", "Targets", "Цели";
    /// A part of the page.
    PART_COMMENDATIONS = "Khen thưởng", "Commendations", "Поощрения";
    /// Group of the conference's tasks.
    GROUP_CELLS = "Sinh hoạt chi bộ", "Party cells", "Партийные ячейки";
    /// Group of the conference's tasks.
    GROUP_REPORTING = "Kiến nghị, kiểm tra, báo cáo", "Recommendations, inspection, reporting", "Рекомендации, проверки, отчётность";
    /// Group of the conference's tasks.
    GROUP_RESIDENTS = "Nhân dân, cán bộ phố, thôn", "Residents and heads of streets", "Жители и старосты";
    /// Group of the conference's tasks.
    GROUP_ORDER = "An ninh trật tự", "Public order", "Общественный порядок";

    /// Rhythm.
    ONCE = "một lần", "once", "один раз";
    /// Rhythm.
    MONTHLY = "hằng tháng", "monthly", "ежемесячно";
    /// Rhythm.
    QUARTERLY = "hằng quý", "quarterly", "ежеквартально";
    /// Rhythm.
    YEARLY = "hằng năm", "yearly", "ежегодно";

    /// Status.
    NOT_STARTED = "chưa bắt đầu", "not started", "не начато";
    /// Status.
    ON_TRACK = "đúng tiến độ", "on track", "по плану";
    /// Status.
    AT_RISK = "có nguy cơ", "at risk", "под угрозой";
    /// Status.
    DONE = "đã xong", "done", "выполнено";
    /// Status.
    NOT_APPLICABLE = "không áp dụng", "not applicable", "не относится";

    /// Outcome.
    FIRES = "vụ cháy", "fires", "пожары";
    /// Outcome.
    EXPLOSIONS = "vụ nổ", "explosions", "взрывы";
    /// Outcome.
    FIREWORKS = "vụ đốt pháo trái phép", "illegal fireworks", "незаконные фейерверки";
    /// Outcome.
    ACCIDENTS = "vụ tai nạn giao thông nghiêm trọng", "serious road accidents", "тяжёлые ДТП";
    /// Outcome.
    JAMS = "vụ ùn tắc kéo dài", "long traffic jams", "долгие заторы";
    /// Outcome.
    RACES = "vụ đua xe trái phép", "illegal races", "незаконные гонки";
    /// Outcome.
    CRIMES = "vụ phạm tội nghiêm trọng", "serious crimes", "тяжкие преступления";

    /// Note of both indicators.
    INDICATORS_NOTE = "Tính từ các đánh giá ghi ở trang Nhiệm vụ, đến ngày đang xem.", "From the check-ins of the Tasks page, on the day that is looked at.", "По отметкам на странице «Задачи» на выбранный день.";
    /// Unit of an indicator.
    OVERDUE_UNIT = "nhiệm vụ", "tasks", "задач";
    /// Indicator.
    SHARE_ON_TRACK = "Tỷ lệ nhiệm vụ đúng tiến độ", "Share of tasks on track", "Доля задач по плану";
    /// Indicator.
    N_OVERDUE = "Nhiệm vụ quá hạn", "Overdue tasks", "Просроченные задачи";
}
