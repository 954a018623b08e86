//! Tasks and check-ins: groups, rhythms, statuses, outcomes, and the two indicators that follow from them.

crate::words! {
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

    /// Indicator.
    SHARE_ON_TRACK = "Tỷ lệ nhiệm vụ đúng tiến độ", "Share of tasks on track", "Доля задач по плану";
    /// Indicator.
    N_OVERDUE = "Nhiệm vụ quá hạn", "Overdue tasks", "Просроченные задачи";
}
