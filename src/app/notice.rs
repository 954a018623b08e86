//! Messages that wait to be read: what they say, how grave they are, what can be done about them.

/// A message that stays until it is closed, or until another of the same key replaces it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it is about.
    pub key: &'static str,
    /// How grave it is.
    pub tone: Tone,
    /// The words.
    pub text: String,
    /// What can be done about it right there.
    pub remedy: Option<Remedy>,
}

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// To be looked at.
    Warn,
    /// Something is at risk or does not work.
    Trouble,
}

/// A button in a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Reload into the newer version.
    Reload,
    /// Save all notes as a file.
    SaveFile,
    /// Save what could not be read as a file.
    SaveSetAside,
    /// Take the last step back.
    Undo,
}
