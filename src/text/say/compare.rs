//! Comparing periods: changes on the Atlas, periods in the entry and in their list.

crate::words! {
    /// A change, behind the indicator's name.
    LABEL = "{label}, thay đổi {from}–{to}", "{label}, change {from} to {to}", "{label}, изменение с {from} по {to}";
    /// A change in per cent, behind the indicator's name.
    LABEL_PCT = "{label}, thay đổi theo phần trăm {from}–{to}", "{label}, change in per cent {from} to {to}", "{label}, изменение в процентах с {from} по {to}";
    /// Unit of the change of a share.
    POINTS = "điểm phần trăm", "percentage points", "п.\u{a0}п.";
    /// It was no and is yes.
    BECAME_YES = "từ không thành có", "became yes", "стало «да»";
    /// It was yes and is yes.
    STAYED_YES = "vẫn có", "stayed yes", "осталось «да»";
    /// It was no and is no.
    STAYED_NO = "vẫn không", "stayed no", "осталось «нет»";
    /// It was yes and is no.
    BECAME_NO = "từ có thành không", "became no", "стало «нет»";
    /// Label of the choice beside the indicator.
    COMPARE = "So sánh với kỳ khác", "Compare", "Сравнение";
    /// Nothing is compared.
    NOT_COMPARED = "Không so sánh", "No comparison", "Без сравнения";
    /// Against an earlier period.
    SINCE = "Thay đổi từ {period}", "Change since {period}", "Изменение с {period}";
    /// Against an earlier period, in per cent.
    SINCE_PCT = "Thay đổi từ {period}, theo phần trăm", "Change since {period} in per cent", "Изменение с {period} в процентах";
    /// Against a later period.
    UNTIL = "Thay đổi đến {period}", "Change to {period}", "Изменение к {period}";
    /// Against a later period, in per cent.
    UNTIL_PCT = "Thay đổi đến {period}, theo phần trăm", "Change to {period} in per cent", "Изменение к {period} в процентах";
    /// One of two figures: period, value, where it comes from.
    SIDE = "{period}: {value} ({state})", "{period}: {value} ({state})", "{period}: {value} ({state})";
    /// One of two rates: also what it is divided by.
    SIDE_PER = "{period}: {value} ({state}; mẫu số {base})", "{period}: {value} ({state}; base of {base})", "{period}: {value} ({state}; база: {base})";
    /// One of two figures that is missing.
    SIDE_MISSING = "{period}: chưa có số liệu", "{period}: no figure", "{period}: нет данных";
    /// The figure of another period, beside a field.
    IN_PERIOD = "{period}: {value}", "{period}: {value}", "{period}: {value}";
    /// Why there is no per cent.
    NO_PER_CENT = "không tính được phần trăm vì số trước bằng 0", "no per cent of 0", "процент от 0 не определён";
    /// A change in the area sheet.
    CHANGED = "thay đổi {from}–{to}: {change}", "change {from} to {to}: {change}", "изменение с {from} по {to}: {change}";
    /// A change, absolute and in per cent.
    CHANGED_BOTH = "{change} ({pct})", "{change} ({pct})", "{change} ({pct})";
    /// The address asks for a change in per cent where there is none.
    LINK_WITHOUT_PER_CENT = "Chỉ tiêu này không có thay đổi theo phần trăm (có hoặc không, hoặc số đầu là 0 ở mọi nơi). Đang hiện số liệu không so sánh.", "This indicator has no change in per cent (a yes or no, or zero before everywhere). The figures are shown without comparison.", "У этого показателя нет изменения в процентах (да или нет либо везде ноль в начале). Показаны значения без сравнения.";
    /// The address names a period that is not here.
    NOT_LOADED = "Liên kết so sánh với kỳ “{period}”, nhưng thiết bị này không có số liệu của kỳ đó. Đang hiện số liệu không so sánh.", "The link compares with the period “{period}”, of which this device has no figures. The figures are shown without comparison.", "Ссылка сравнивает с периодом «{period}», данных о котором на этом устройстве нет. Показаны значения без сравнения.";

    /// Label of the choice of a period in the entry.
    PERIOD = "Kỳ số liệu", "Period", "Период";
    /// The data set's own periods.
    OWN_PERIOD = "Kỳ của bộ số liệu ({period})", "Of the data set ({period})", "Период набора данных ({period})";
    /// Begins to add a period.
    ADD_PERIOD = "Thêm kỳ khác", "Add a period", "Добавить период";
    /// Label of the field.
    NEW_YEAR = "Năm hoặc tên kỳ", "Year or name of the period", "Год или название периода";
    /// A button.
    ADD = "Thêm", "Add", "Добавить";
    /// Nothing was typed.
    NO_NAME = "Hãy nhập năm hoặc tên kỳ.", "Enter a year or a name.", "Введите год или название.";
    /// The name is taken.
    IS_TAKEN = "Kỳ “{period}” đã có.", "The period “{period}” is already there.", "Период «{period}» уже есть.";
    /// What is entered in another period.
    OTHER_PERIOD_HELP = "Số liệu của kỳ khác chỉ dùng để so sánh trên bản đồ và biểu đồ; không tính vào tổng và tiến độ báo cáo.", "Figures of another period serve to compare on the map and in the charts; they count in no sum and in no progress.", "Данные другого периода нужны для сравнения на карте и диаграммах; в суммы и ход отчётов они не входят.";
    /// Heading of the list of periods.
    PERIODS = "Các kỳ để so sánh", "Periods to compare with", "Периоды для сравнения";
    /// What the list is.
    PERIODS_INTRO = "Thêm kỳ khác khi nhập báo cáo hoặc khi nhập từ tệp. Bỏ một kỳ thì các số liệu của kỳ đó không hiện nữa nhưng vẫn còn trong nhật ký; thêm lại kỳ cùng tên thì số liệu hiện lại.", "A period is added in the entry of reports or by an import. When a period is removed its figures are shown no more, but stay in the journal; they are back when a period of the same name is added.", "Период добавляют при вводе отчётов или при импорте. Если период удалить, его данные больше не видны, но остаются в журнале и вернутся, если добавить период с тем же названием.";
    /// No period.
    NO_PERIODS = "Chưa có kỳ nào khác.", "There is no other period yet.", "Других периодов пока нет.";
    /// Label of a period's name.
    NAME_OF = "Tên kỳ {period}", "Name of the period {period}", "Название периода {period}";
    /// A button.
    REMOVE = "Bỏ", "Remove", "Удалить";
    /// A button, said in full.
    REMOVE_NAMED = "Bỏ kỳ {period}", "Remove the period {period}", "Удалить период {period}";
    /// A button.
    ENTER_FIGURES = "Nhập số liệu", "Enter figures", "Ввести данные";
    /// A button, said in full.
    ENTER_FIGURES_OF = "Nhập số liệu kỳ {period}", "Enter figures of the period {period}", "Ввести данные периода {period}";
}

crate::plurals! {
    /// How many areas have no change.
    N_MISSING = "{n} phường, xã thiếu một trong hai số", ["{n} area lacks one of both figures", "{n} areas lack one of both figures"], ["в {n} районе нет одного из двух значений", "в {n} районах нет одного из двух значений", "в {n} районах нет одного из двух значений"];
    /// How many areas have no per cent.
    N_OF_ZERO = "{n} phường, xã không tính được phần trăm vì số trước bằng 0", ["{n} area has no per cent, since the earlier figure is 0", "{n} areas have no per cent, since the earlier figure is 0"], ["в {n} районе процент не определён: прежнее значение 0", "в {n} районах процент не определён: прежнее значение 0", "в {n} районах процент не определён: прежнее значение 0"];
    /// In how many areas one rate is divided by the base of another year.
    N_LENT = "{n} phường, xã lấy mẫu số {base} cho kỳ {period} vì kỳ đó chưa có mẫu số riêng", ["in {n} area the figure of {period} is divided by the base of {base}, since {period} has none of its own", "in {n} areas the figure of {period} is divided by the base of {base}, since {period} has none of its own"], ["в {n} районе значение за {period} делится на базу за {base}: своей базы за {period} нет", "в {n} районах значение за {period} делится на базу за {base}: своей базы за {period} нет", "в {n} районах значение за {period} делится на базу за {base}: своей базы за {period} нет"];
    /// In how many areas both rates are.
    N_LENT_BOTH = "{n} phường, xã lấy mẫu số {base} cho cả hai kỳ vì chưa kỳ nào có mẫu số riêng", ["in {n} area both figures are divided by the base of {base}, since neither period has its own", "in {n} areas both figures are divided by the base of {base}, since neither period has its own"], ["в {n} районе оба значения делятся на базу за {base}: своей базы нет ни за один период", "в {n} районах оба значения делятся на базу за {base}: своей базы нет ни за один период", "в {n} районах оба значения делятся на базу за {base}: своей базы нет ни за один период"];
    /// How many figures a period has.
    N_FIGURES = "{n} số liệu", ["{n} figure", "{n} figures"], ["{n} значение", "{n} значения", "{n} значений"];
}
