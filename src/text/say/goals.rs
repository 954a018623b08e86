//! Targets, recommendations and the shortlist.

crate::words! {
    /// Rule of a target.
    RULE_VALUE = "{n}", "{n}", "{n}";
    /// Rule of a target, with the change and its sign.
    RULE_LAST = "kỳ trước {n}", "last period {n}", "прошлый период {n}";
    /// Rule of a target.
    RULE_CITY = "mức của thành phố", "the city’s figure", "показатель города";
    /// Rule of a target.
    RULE_BEST_QUARTER = "nhóm một phần tư tốt nhất", "the best quarter", "лучшая четверть";
    /// Rule of an area that has no target though others have.
    RULE_WITHOUT = "không đặt mục tiêu", "no target", "без цели";
    /// Verdict.
    MET = "đạt", "met", "достигнута";
    /// Verdict.
    NEAR = "gần đạt", "near", "почти достигнута";
    /// Verdict.
    MISSED = "chưa đạt", "missed", "не достигнута";
    /// Verdict on an estimate.
    NOT_SURE = "chưa chắc chắn", "not sure", "неясно";
    /// In place of a verdict.
    NO_FIGURE = "chưa có số liệu", "no figure", "нет данных";
    /// In place of a verdict where neither direction is good.
    NO_DIRECTION = "chỉ nêu chênh lệch", "difference only", "только разница";
    /// Status of a recommendation.
    NEW = "mới", "new", "новая";
    /// Status of a recommendation.
    GATHERED = "đã tổng hợp", "gathered", "собрана";
    /// Status of a recommendation.
    DECIDED = "đã quyết định", "decided", "решена";
    /// Status of a recommendation.
    ANSWERED = "đã trả lời", "answered", "дан ответ";
    /// Status of a recommendation.
    CLOSED = "đã kết thúc", "closed", "закрыта";
    /// Column head.
    THEME = "Chủ đề", "Theme", "Тема";
    /// Column head.
    RECOMMENDATION = "Kiến nghị", "Recommendation", "Рекомендация";
    /// Column head.
    TO = "Gửi tới", "Addressed to", "Кому";
    /// Column head.
    DATE = "Ngày", "Date", "Дата";
    /// Column head.
    SUBDIVISION = "Phố, thôn", "Street or village", "Улица или деревня";
    /// Column head.
    STATUS = "Tình trạng", "Status", "Статус";
    /// Column head.
    DECISION = "Quyết định", "Decision", "Решение";
    /// Column head.
    ANSWER = "Trả lời", "Answer", "Ответ";
    /// Column head.
    ENTERED_BY = "Người nhập", "Entered by", "Кто внёс";
    /// Column head.
    ALL_STATUSES = "Tổng số", "All", "Всего";
    /// Row of a report: recommendations without a theme.
    NO_THEME = "(chưa có chủ đề)", "(no theme)", "(без темы)";
    /// Row of a report.
    TOTAL = "Tất cả", "All", "Всего";
    /// Proposed theme.
    THEME_ENVIRONMENT = "Môi trường, rác thải", "Environment and waste", "Окружающая среда и отходы";
    /// Proposed theme.
    THEME_ROADS = "Hạ tầng, giao thông", "Roads and infrastructure", "Дороги и инфраструктура";
    /// Proposed theme.
    THEME_ORDER = "Trật tự đô thị, xây dựng", "Urban order and building", "Городской порядок и строительство";
    /// Proposed theme.
    THEME_LAND = "Đất đai, quy hoạch", "Land and planning", "Земля и планировка";
    /// Proposed theme.
    THEME_CULTURE = "Văn hoá, nhà văn hoá", "Culture and houses of culture", "Культура и дома культуры";
    /// Proposed theme.
    THEME_SECURITY = "An ninh, phòng cháy", "Security and fire safety", "Безопасность и пожарная охрана";
    /// Proposed theme.
    THEME_STAFF = "Chế độ cho cán bộ phố, thôn", "Allowances for heads of streets and villages", "Выплаты старостам улиц и деревень";
    /// Proposed theme.
    THEME_WELFARE = "Chính sách xã hội", "Social policy", "Социальная политика";
}

/// Themes that a form proposes; a person may write any other.
pub const THEMES: [crate::text::words::Words; 8] = [
    THEME_ENVIRONMENT,
    THEME_ROADS,
    THEME_ORDER,
    THEME_LAND,
    THEME_CULTURE,
    THEME_SECURITY,
    THEME_STAFF,
    THEME_WELFARE,
];
