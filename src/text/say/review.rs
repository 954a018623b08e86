//! The review: findings, states of columns, progress, own indicators, the message to those who have not reported.

use crate::data::Lang;

crate::words! {
    /// Heading of the page.
    TITLE = "Báo cáo của các phường, xã so với số liệu đã công bố", "Ward reports against the published totals", "Отчёты районов и опубликованные итоги";
    /// Label of the navigation within the page.
    PARTS = "Các phần", "Parts", "Разделы";
    /// A part of the page.
    PART_TABLE = "Bảng tổng hợp", "Table", "Сводная таблица";
    /// A part of the page.
    PART_ENTRY = "Nhập báo cáo", "Enter a report", "Ввести отчёт";
    /// A part of the page.
    PART_IMPORT = "Đọc từ tệp", "Import a file", "Загрузить файл";
    /// A part of the page.
    PART_FINDINGS = "Mâu thuẫn", "Findings", "Расхождения";
    /// A part of the page.
    PART_REGISTER = "Phố, thôn", "Streets and villages", "Улицы и деревни";
    /// A part of the page.
    PART_ESTIMATES = "Ước tính", "Estimates", "Оценки";
    /// A part of the page.
    PART_INDICATORS = "Chỉ tiêu và kỳ", "Indicators and periods", "Показатели и периоды";
    /// Source of indicators of one's own.
    OWN_SOURCE = "Người dùng trang này thêm", "Added by users of this page", "Добавлено пользователями этой страницы";
    /// Note of indicators of one's own.
    OWN_NOTE = "Chỉ tiêu do người dùng thêm; số liệu chỉ có từ báo cáo.", "An indicator that users added; its figures come from reports only.", "Показатель добавлен пользователями; его значения берутся только из отчётов.";
    /// Heading of the group of own indicators.
    OWN_GROUP = "Chỉ tiêu tự thêm", "Own indicators", "Свои показатели";

    /// Column head.
    SUM = "Cộng", "Sum", "Сумма";
    /// Column head.
    TOTAL = "Đã công bố", "Published", "Опубликовано";
    /// Column head.
    REMAINDER = "Còn lại", "Remainder", "Остаток";
    /// Column head.
    SHARE = "Tỷ lệ tính lại", "Share recomputed", "Доля при пересчёте";
    /// Column head.
    CHANGE = "Thay đổi", "Change", "Изменение";
    /// Progress of an indicator.
    REPORTED_OF = "{n} trên {of} đã báo cáo", "{n} of {of} reported", "сообщили {n} из {of}";
    /// A sum of some streets only.
    PARTIAL = "mới có {n} trên {of} phố, thôn", "{n} of {of} streets and villages", "{n} из {of} улиц и деревень";
    /// A sum of all streets.
    ROLLED_UP = "cộng từ {n} phố, thôn", "sum of {n} streets and villages", "сумма по улицам и деревням: {n}";
    /// Who, when.
    BY_AT = "{who}, {when}", "{who}, {when}", "{who}, {when}";
    /// Who, when, file.
    BY_AT_FROM = "{who}, {when}, từ tệp {file}", "{who}, {when}, from {file}", "{who}, {when}, из файла {file}";
    /// The value before.
    PREVIOUS = "trước đó: {value}", "before: {value}", "ранее: {value}";
    /// A published figure beside a different report.
    PUBLISHED_BESIDE = "đã công bố {published}, báo cáo {reported}", "published {published}, reported {reported}", "опубликовано {published}, по отчёту {reported}";
    /// Banner.
    PRACTICE_BANNER = "Có số liệu luyện tập: các số đánh dấu là bịa ra để tập, không phải số thật.", "Practice figures are loaded: the marked ones are invented for training and are not real.", "Загружены учебные данные: отмеченные числа выдуманы для тренировки и не настоящие.";

    /// Finding.
    ABOVE_TOTAL = "{what}: các phường, xã đã báo cáo {sum}, nhiều hơn tổng đã công bố là {total}.", "{what}: the reports add up to {sum}, more than the published total of {total}.", "{what}: отчёты дают в сумме {sum}, больше опубликованных {total}.";
    /// Finding.
    SUM_DIFFERS = "{what}: tất cả phường, xã cộng lại là {sum}, tổng đã công bố là {total}.", "{what}: all wards and communes add up to {sum}, but {total} was published.", "{what}: все районы и коммуны дают {sum}, а опубликовано {total}.";
    /// Finding.
    ABOVE_CAPACITY = "{what}: còn lại {remainder}, nhưng {n} phường, xã chưa báo cáo có nhiều nhất {capacity}.", "{what}: {remainder} remain, but the {n} open wards and communes can have {capacity} at most.", "{what}: остаётся {remainder}, но районы и коммуны без отчёта ({n}) могут дать не больше {capacity}.";
    /// Finding.
    SHARE_DIFFERS = "{what}: {value} trên {base} là {pct}, nguồn ghi {printed}.", "{what}: {value} of {base} is {pct}, the source prints {printed}.", "{what}: {value} из {base} составляет {pct}, в источнике указано {printed}.";
    /// Finding.
    IMPLIED_BASE = "{what}: {value} bằng {printed} nghĩa là tổng số từ {low} đến {high}, nhưng {known_what}: {known}.", "{what}: {value} at {printed} implies a base of {low} to {high}, but {known_what}: {known}.", "{what}: {value} при {printed} означают от {low} до {high} всего, но {known_what}: {known}.";
    /// Finding.
    CHANGE_UP = "{what}: {value}, tăng {change}; nguồn không nêu so với năm nào (nếu so với năm trước thì năm trước là {before}).", "{what}: {value}, {change} more; the source does not say than in which year (if than in the year before, that had {before}).", "{what}: {value}, на {change} больше; с каким годом сравнивают, не сказано (если с предыдущим, то тогда было {before}).";
    /// Finding.
    CHANGE_DOWN = "{what}: {value}, giảm {change}; nguồn không nêu so với năm nào (nếu so với năm trước thì năm trước là {before}).", "{what}: {value}, {change} fewer; the source does not say than in which year (if than in the year before, that had {before}).", "{what}: {value}, на {change} меньше; с каким годом сравнивают, не сказано (если с предыдущим, то тогда было {before}).";
    /// Finding.
    ABOVE_BASE = "{what}, {where}: {value} nhiều hơn {base} ({base_what}).", "{what}, {where}: {value} is more than {base} ({base_what}).", "{what}, {where}: {value} больше, чем {base} ({base_what}).";
    /// Finding.
    REPORT_DIFFERS = "{what}, {where}: báo cáo {reported}, đã công bố {published}.", "{what}, {where}: {reported} reported, {published} published.", "{what}, {where}: по отчёту {reported}, опубликовано {published}.";
    /// Finding.
    PEOPLE_DIFFER = "{what}, {where}: mỗi người nhập một khác: {values}.", "{what}, {where}: people entered different values: {values}.", "{what}, {where}: введены разные значения: {values}.";
    /// One of the values.
    VALUE_BY = "{value} ({who})", "{value} ({who})", "{value} ({who})";
    /// A value that was withdrawn.
    WITHDRAWN = "đã rút", "withdrawn", "отозвано";
    /// Finding.
    STREETS_DIFFER = "{what}, {where}: phường, xã báo cáo {reported}, còn {n} trên {of} phố, thôn cộng lại là {sum}.", "{what}, {where}: {reported} reported for the area, but {n} of its {of} streets and villages add up to {sum}.", "{what}, {where}: по отчёту {reported}, но {n} из {of} улиц и деревень дают {sum}.";
    /// Finding on an area.
    REGISTER_DIFFERS = "{where}: danh sách có {registered} phố, thôn, đã nêu {stated}.", "{where}: the register holds {registered} streets and villages, {stated} are stated.", "{where}: в списке улиц и деревень {registered}, заявлено {stated}.";
    /// Finding.
    UNPLACED = "Báo cáo không có chỗ: {key} = {value}. Không có phường, xã, phố, thôn hay chỉ tiêu đó, hoặc chỉ tiêu không thể có giá trị đó.", "A report without a place: {key} = {value}. There is no such area, street or indicator here, or the indicator cannot have that value.", "Отчёту нет места: {key} = {value}. Здесь нет такого района, улицы или показателя, либо у показателя не бывает такого значения.";
    /// The city as a place.
    CITY = "Toàn thành phố", "The city", "Весь город";
    /// A finding that was accepted.
    ACCEPTED = "Đã chấp nhận: {remark}", "Accepted: {remark}", "Принято: {remark}";
    /// A finding that was accepted without a remark.
    ACCEPTED_PLAIN = "Đã chấp nhận", "Accepted", "Принято";

    /// Own indicator.
    NO_LABEL = "Thiếu tên ({lang}).", "The label is missing ({lang}).", "Нет названия ({lang}).";
    /// Own indicator.
    NO_UNIT = "Thiếu đơn vị ({lang}).", "The unit is missing ({lang}).", "Нет единицы измерения ({lang}).";
    /// Own indicator.
    BAD_BASE = "Không có chỉ tiêu gốc này, hoặc nó không phải số đếm hay đại lượng.", "There is no such base, or it is neither a count nor a measure.", "Такой базы нет, либо это не количество и не мера.";
    /// Own indicator.
    NO_BASE_FOR_KIND = "Chỉ số đếm hoặc đại lượng mới có thể là một phần của chỉ tiêu khác.", "Only a count or a measure can be a part of another indicator.", "Частью другого показателя может быть только количество или мера.";
    /// Own indicator.
    BAD_DECIMALS = "Số đếm và có/không không có chữ số thập phân; loại khác có nhiều nhất {max}.", "Counts and yes/no have no decimals; others have {max} at most.", "У количества и «да/нет» нет дробной части; у остальных не больше {max} знаков.";
    /// Own indicator.
    BAD_TARGET = "Chỉ tiêu loại này không thể đạt mục tiêu đó.", "An indicator of this kind cannot reach that target.", "Показатель такого вида не может достичь этой цели.";

    /// Message: first line.
    MESSAGE_HEAD = "Kính gửi các phường, xã chưa báo cáo ({period}):", "To the wards and communes that have not reported yet ({period}):", "Районам и коммунам, ещё не приславшим отчёт ({period}):";
    /// Message: last line.
    MESSAGE_END = "Đề nghị gửi số liệu sớm để thành phố tổng hợp.", "Please send your figures soon, so that the city can put them together.", "Просим прислать данные в ближайшее время, чтобы город мог подвести итоги.";
    /// Message when nobody is missing.
    MESSAGE_NONE = "Tất cả phường, xã đã báo cáo.", "All wards and communes have reported.", "Все районы и коммуны прислали отчёты.";
}

crate::plurals! {
    /// Heading of the list.
    N_FINDINGS = "{n} điểm chưa khớp", ["{n} finding", "{n} findings"], ["{n} расхождение", "{n} расхождения", "{n} расхождений"];
    /// Message: how many have reported.
    MESSAGE_REPORTED = "Đến nay {n} trên {of} phường, xã đã báo cáo.", ["So far {n} of {of} wards and communes has reported.", "So far {n} of {of} wards and communes have reported."], ["Пока отчёт прислал {n} из {of}.", "Пока отчёты прислали {n} из {of}.", "Пока отчёты прислали {n} из {of}."];
    /// Message: how many are missing, before their names.
    MESSAGE_MISSING = "Còn thiếu {n}: {names}.", ["{n} is missing: {names}.", "{n} are missing: {names}."], ["Не хватает {n}: {names}.", "Не хватает {n}: {names}.", "Не хватает {n}: {names}."];
}

/// The message to those who have not reported, ready to copy: four lines, or one if nobody is missing.
///
/// `names` are those of the missing areas, `of` all areas, `period` the year or label of what is reported.
pub fn message_to_missing(lang: Lang, names: &[&str], of: usize, period: &str) -> String {
    if names.is_empty() {
        return MESSAGE_NONE.get(lang).to_owned();
    }
    let all = super::super::number::whole(lang, of as u64);
    let n_reported = of.saturating_sub(names.len()) as u64;
    let lines = [
        MESSAGE_HEAD.fill(lang, &[("period", period)]),
        MESSAGE_REPORTED.fill(lang, n_reported, &[("of", &all)]),
        MESSAGE_MISSING.fill(lang, names.len() as u64, &[("names", &names.join(", "))]),
        MESSAGE_END.get(lang).to_owned(),
    ];
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_counts_and_names() {
        let message = message_to_missing(Lang::En, &["Đông Vệ", "Ba Đình"], 34, "2023");
        let lines: Vec<&str> = message.lines().collect();
        assert_eq!(lines[0], "To the wards and communes that have not reported yet (2023):");
        assert_eq!(lines[1], "So far 32 of 34 wards and communes have reported.");
        assert_eq!(lines[2], "2 are missing: Đông Vệ, Ba Đình.");
        assert_eq!(message_to_missing(Lang::Vi, &[], 34, "2023"), "Tất cả phường, xã đã báo cáo.");
        assert_eq!(message_to_missing(Lang::Ru, &["A"], 2, "2023").lines().nth(1), Some("Пока отчёт прислал 1 из 2."));
    }
}
