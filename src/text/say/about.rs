//! The page about the data set.

crate::words! {
    /// Heading.
    TITLE = "Về số liệu", "About the data", "О данных";
    /// First paragraph.
    INTRO = "Bộ số liệu đi kèm chỉ có số thật, mỗi số đều có nguồn. Chỗ nào không có số thì ghi là chưa có, không ghi là 0.", "The built-in data set holds real figures only, each with its source. What is not known is called missing; it is not zero.", "Встроенный набор содержит только настоящие данные, у каждого числа есть источник. Если числа нет, так и написано: «нет данных»; это не ноль.";
    /// State.
    STATE_PUBLISHED = "Đã công bố: lấy từ nguồn được dẫn.", "Published: from a cited source.", "Опубликовано: из указанного источника.";
    /// State.
    STATE_MISSING = "Chưa có: không tìm thấy nguồn. Ô nhạt có viền đứt.", "Missing: no source was found. Pale with a dashed outline.", "Нет данных: источник не найден. Бледная заливка с пунктирной границей.";
    /// Heading.
    CONFERENCE = "Hội nghị ngày 30 tháng 1 năm 2024", "The conference of 30 January 2024", "Конференция 30 января 2024 года";
    /// Heading.
    CITY_TOTALS = "Kết quả 2023 của thành phố", "Results of 2023 for the city", "Итоги 2023 года по городу";
    /// Heading.
    AGENDA = "Chương trình", "Agenda", "Программа";
    /// Heading.
    TASKS = "Nhiệm vụ năm 2024", "Tasks for 2024", "Задачи на 2024 год";
    /// Heading.
    INDICATORS = "Chỉ tiêu", "Indicators", "Показатели";
    /// Heading.
    SOURCES = "Nguồn và giấy phép", "Sources and licences", "Источники и лицензии";
    /// Heading.
    METHODS = "Cách tính", "Methods", "Как считается";
    /// Method of comparison.
    METHOD_COMPARE = "“Tương đương mức chung của thành phố” nghĩa là chênh lệch không quá một độ lệch tuyệt đối trung vị (nhân 1,4826) của các phường, xã.", "“Similar to the city” means within one median absolute deviation (times 1.4826) of the areas' figures.", "«Примерно как по городу» значит: разница не больше одного медианного абсолютного отклонения по районам (умноженного на 1,4826).";
    /// Method of rounded breaks.
    METHOD_CLASSES = "Các mốc làm tròn bắt đầu từ ngắt tự nhiên (bình phương nhỏ nhất, ckmeans) rồi đưa về số tròn. Khi phần lớn giá trị dồn về đầu nhỏ của một khoảng rộng, ngắt tự nhiên được tính trên logarit.", "Rounded breaks start from natural breaks (least squares, ckmeans) and move to round numbers. Where most values crowd at the low end of a wide range, the natural breaks are those of the logarithms.", "Округлённые границы получаются из естественных (наименьшие квадраты, ckmeans) сдвигом к круглым числам. Если большинство значений теснится у нижнего края широкого диапазона, естественные границы считаются по логарифмам.";
    /// Method of tiles.
    METHOD_TILES = "Ô đều: mỗi phường, xã một hình lục giác, xếp sao cho các phường, xã giáp ranh vẫn ở gần nhau.", "Equal tiles: one hexagon per area, placed so that neighbours stay near.", "Равные соты: один шестиугольник на район, расставлены так, чтобы соседи оставались рядом.";
    /// Colours.
    METHOD_COLOURS = "Màu theo ColorBrewer (Cynthia Brewer, Đại học Bang Pennsylvania) và viridis, cividis.", "Colours after ColorBrewer (Cynthia Brewer, Pennsylvania State University) and viridis, cividis.", "Цвета по ColorBrewer (Синтия Брюэр, Университет штата Пенсильвания), viridis и cividis.";
    /// Table head.
    UNIT = "Đơn vị", "Unit", "Единица";
    /// Table head.
    PERIOD = "Thời điểm", "Period", "Период";
    /// Table head.
    KNOWN = "Có số liệu", "Known", "Известно";
    /// Table head.
    WHO = "Ai làm", "Who", "Кто";
    /// Table head.
    RHYTHM = "Khi nào", "When", "Когда";
    /// Licence.
    LICENCE = "Giấy phép: {licence}", "Licence: {licence}", "Лицензия: {licence}";
    /// Used for.
    USED_FOR = "Dùng cho: {what}", "Used for: {what}", "Использовано для: {what}";
}
