//! Tables that are brought in, and the template to fill in.

crate::words! {
    /// Column head of the template.
    AREA_CODE = "Mã", "Code", "Код";
    /// Column head of the template.
    AREA_NAME = "Phường, xã", "Ward or commune", "Район, коммуна";
}
