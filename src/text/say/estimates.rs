//! Estimates: the switch, the method in plain words, its assumptions, what came of it for each indicator.

crate::words! {
    /// The switch, on the map and on the page of estimates.
    SHOW = "Hiện số liệu ước tính", "Show estimates", "Показать оценки";
    /// Leads from the map to the method.
    HOW = "Ước tính thế nào", "How they are made", "Как они получены";
    /// Under the switch.
    INTRO = "Phường, xã chưa báo cáo được ước tính từ tổng số thành phố đã công bố. Số ước tính luôn được gạch chéo và có khoảng 90%.", "Wards that have not reported are estimated from the total that the city has published. An estimate is always hatched and has its 90% interval.", "Для районов без отчёта значение оценивается по опубликованному итогу города. Оценка всегда заштрихована и дана с 90-процентным интервалом.";
    /// Under the switch: paper.
    ON_PAPER = "Mặc định tắt, cả khi in. Khi bật, bản in cũng có gạch chéo và chữ “ước tính”.", "Off at first, also on paper. When on, a printed page has the hatching and the word “estimated” too.", "Сначала выключено, в том числе при печати. Если включить, на бумаге тоже будут штриховка и слово «оценка».";

    /// Heading.
    METHOD = "Cách ước tính", "How estimates are made", "Как получаются оценки";
    /// Method.
    METHOD_REST = "Lấy tổng đã công bố trừ đi các báo cáo: phần còn lại thuộc về các phường, xã chưa báo cáo.", "The published total less the reports: what is left belongs to the wards that have not reported.", "Из опубликованного итога вычитаются отчёты: остаток приходится на районы, которые не отчитались.";
    /// Method.
    METHOD_SHARE = "Phần còn lại được chia theo trọng số (số hộ, hoặc số phố, thôn) và làm tròn sao cho báo cáo cộng ước tính bằng đúng tổng đã công bố.", "It is shared out by weight (households, or streets and villages) and made whole so that reports and estimates add up to the published total exactly.", "Остаток делится по весам (домохозяйства или улицы и деревни) и округляется так, что отчёты и оценки вместе дают ровно опубликованный итог.";
    /// Method.
    METHOD_DRAWS = "Không nơi nào đúng bằng mức trung bình. Vì vậy trang rút ngẫu nhiên nhiều trường hợp: mỗi lần các nơi khác nhau, không nơi nào vượt mức có thể có, và cộng lại đúng bằng phần còn lại.", "No ward is just average. So the page draws many possible cities: in each of them wards differ, none has more than it can have, and together they have what is left.", "Средних районов не бывает. Поэтому страница много раз разыгрывает возможный город: районы различаются, ни один не получает больше, чем может иметь, а вместе они дают остаток.";
    /// Method.
    METHOD_INTERVAL = "Khoảng 90% bỏ đi 5% trường hợp thấp nhất và 5% cao nhất. Tổng của nhiều nơi và thứ hạng được tính từ chính các lần rút đó.", "The 90% interval leaves out the lowest 5% and the highest 5% of the draws. Sums over several wards and ranks come from the same draws.", "90-процентный интервал отбрасывает 5\u{a0}% самых низких и 5\u{a0}% самых высоких розыгрышей. Суммы по нескольким районам и места берутся из тех же розыгрышей.";
    /// Method.
    METHOD_SPREAD = "Các nơi khác nhau đến đâu là giả định cho đến khi có năm báo cáo; từ đó báo cáo cũng được tính đến.", "How much wards differ is an assumption until five have reported; from then on the reports count too.", "Насколько районы различаются, до пяти отчётов остаётся допущением; дальше учитываются и отчёты.";
    /// Method.
    METHOD_YES_NO = "Với chỉ tiêu có hoặc không, số ước tính là xác suất “có”.", "For yes or no the estimate is the probability of a yes.", "Для ответов «да» и «нет» оценка есть вероятность ответа «да».";
    /// Method.
    METHOD_LIMITS = "Số ước tính không phải báo cáo: nó mất đi khi có báo cáo. Nếu các số mâu thuẫn nhau thì không ước tính, và bảng dưới đây nêu lý do.", "An estimate is no report, and goes as soon as a report comes. Where figures contradict each other nothing is estimated, and the table below says why.", "Оценка не отчёт и исчезает, как только он приходит. Если числа противоречат друг другу, оценки нет, и таблица ниже объясняет почему.";

    /// Heading.
    ASSUMPTIONS = "Giả định", "Assumptions", "Допущения";
    /// Under the heading.
    RECORDED = "Mỗi thay đổi được ghi vào nhật ký và có thể hoàn tác.", "Each change is recorded in the journal and can be undone.", "Каждое изменение записывается в журнал, и его можно отменить.";
    /// Field.
    WEIGHTS = "Chia phần còn lại theo", "Share out by", "Делить остаток по";
    /// Choice.
    WEIGHTS_AUTO = "Tự động: phố, thôn nếu đã biết hết, không thì hộ", "As fits: streets and villages where all are known, else households", "По случаю: улицы и деревни, если известны все, иначе домохозяйства";
    /// Choice.
    WEIGHTS_HOUSEHOLDS = "Số hộ", "Households", "Домохозяйства";
    /// Choice.
    WEIGHTS_SUBDIVISIONS = "Số phố, thôn", "Streets and villages", "Улицы и деревни";
    /// Choice.
    WEIGHTS_EQUAL = "Mọi nơi như nhau", "All wards alike", "Все районы поровну";
    /// Field.
    SPREAD = "Các nơi khác nhau đến đâu", "How much wards differ", "Насколько районы различаются";
    /// Choice: the method's own.
    SPREAD_DEFAULT = "Theo phương pháp: {part} khi có giới hạn, {per_area} mỗi nơi khi không; từ 5 báo cáo thì theo báo cáo", "By the method: {part} where there is a limit, {per_area} a ward where there is none; from 5 reports on, by the reports", "По методу: {part}, если есть предел, и {per_area} на район, если нет; с 5 отчётов по отчётам";
    /// Choice.
    SPREAD_MUCH = "Nhiều ({n})", "Much ({n})", "Сильно ({n})";
    /// Choice.
    SPREAD_SOME = "Vừa ({n})", "Somewhat ({n})", "Умеренно ({n})";
    /// Choice.
    SPREAD_LITTLE = "Ít ({n})", "Little ({n})", "Мало ({n})";
    /// Choice: another number.
    SPREAD_OWN = "Số tự nhập ({n})", "A number of one's own ({n})", "Своё число ({n})";
    /// Field: the number itself.
    SPREAD_NUMBER = "Bằng số: càng lớn càng giống nhau", "As a number: greater is more alike", "Числом: чем больше, тем ближе районы";
    /// Field.
    SEED = "Số khởi đầu của các lần rút", "Seed of the draws", "Начальное число розыгрышей";
    /// Field.
    N_DRAWS = "Số lần rút", "Number of draws", "Число розыгрышей";
    /// A number is out of range.
    OUT_OF_RANGE = "Cần một số từ {min} đến {max}.", "A number from {min} to {max} is needed.", "Нужно число от {min} до {max}.";
    /// A whole number is out of range.
    NOT_WHOLE = "Cần một số nguyên từ {min} đến {max}.", "A whole number from {min} to {max} is needed.", "Нужно целое число от {min} до {max}.";
    /// Button.
    RESET = "Về giả định ban đầu", "Back to the first assumptions", "Вернуть исходные допущения";

    /// Heading.
    BY_INDICATOR = "Theo từng chỉ tiêu", "By indicator", "По показателям";
    /// Column head.
    HEAD_INDICATOR = "Chỉ tiêu", "Indicator", "Показатель";
    /// Column head.
    HEAD_TOTAL = "Đã công bố", "Published", "Опубликовано";
    /// Column head.
    HEAD_REPORTED = "Đã báo cáo", "Reported", "По отчётам";
    /// Column head.
    HEAD_REMAINDER = "Còn lại", "Left", "Остаток";
    /// Column head.
    HEAD_OPEN = "Nơi chưa báo cáo", "Wards without a report", "Районы без отчёта";
    /// Column head.
    HEAD_WEIGHTS = "Chia theo", "Shared out by", "Делится по";
    /// Column head.
    HEAD_SPREAD = "Mức giống nhau", "How alike wards are", "Близость районов";
    /// Column head.
    HEAD_CONFLICTS = "Mâu thuẫn", "What contradicts", "Противоречия";
    /// Where the spread is from.
    FROM_DEFAULT = "{n}, giả định", "{n}, assumed", "{n}, допущение";
    /// Where the spread is from.
    FROM_REPORTS = "{n}, từ {reports} báo cáo", "{n}, from {reports} reports", "{n}, по отчётам: {reports}";
    /// Where the spread is from.
    FROM_PERSON = "{n}, tự đặt", "{n}, set here", "{n}, задано здесь";
    /// No contradiction.
    NO_CONFLICT = "không có", "none", "нет";
    /// Contradiction.
    ABOVE_TOTAL = "Báo cáo cộng lại là {reports}, nhiều hơn {total} đã công bố.", "The reports add up to {reports}, more than the published {total}.", "Отчёты дают {reports}, больше опубликованных {total}.";
    /// Contradiction.
    ABOVE_CAPACITY = "Còn lại {remainder}, nhưng các nơi chưa báo cáo có nhiều nhất {capacity}.", "{remainder} are left, but the wards without a report can have {capacity} at most.", "Остаток {remainder}, а районы без отчёта могут дать не больше {capacity}.";
    /// Contradiction.
    REPORT_ABOVE = "{where}: báo cáo {report}, nhiều nhất có thể là {capacity}.", "{where}: {report} reported, {capacity} possible.", "{where}: по отчёту {report}, возможно не больше {capacity}.";
    /// Contradiction.
    UNUSABLE = "{where}: có số liệu không dùng được.", "{where}: a figure that cannot be used.", "{where}: непригодное значение.";
    /// Contradiction: the sum of some streets is above the estimate.
    BELOW_PARTIAL = "{where}: một số phố, thôn đã báo cáo {sum}, nhiều hơn số ước tính {value}.", "{where}: some streets have reported {sum}, more than the estimate of {value}.", "{where}: часть улиц уже сообщила {sum}, больше оценки {value}.";
    /// Where nothing is open.
    ALL_REPORTED = "Mọi nơi đã báo cáo", "All have reported", "Отчитались все";
    /// Nothing to estimate.
    NOTHING = "Không chỉ tiêu nào có tổng đã công bố.", "No indicator has a published total.", "Ни у одного показателя нет опубликованного итога.";
}
