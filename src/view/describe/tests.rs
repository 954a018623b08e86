//! The sentences, word for word, on the real data set.
