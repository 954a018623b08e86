//! Text that follows its signals, in types of which there is one each.
//!
//! leptos compiles a view anew for every closure type in it. Most of the page's text is one phrase in the language of the
//! moment; giving it one type, and computed text another, keeps the wasm small.

use std::sync::Arc;

use leptos::prelude::*;

use super::made::{IntoMade, Made};
use super::store::Store;
use crate::text::words::Words;

/// A phrase in the language of the interface.
pub fn say(words: Words) -> Signal<&'static str> {
    let lang = Store::take().derived.lang;
    Signal::derive(move || words.get(lang.get()))
}

/// A computed text or attribute.
pub fn live<T: Send + Sync + Clone + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(compute)
}

/// A part of the page that is made anew when its signals change.
pub fn part<V: IntoView + 'static>(make: impl Fn() -> V + Send + 'static) -> Part
where
    V::State: 'static,
{
    Box::new(move || make().made())
}

/// A part of the page that is there while a condition holds.
pub fn shown_if<V: IntoView + 'static>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> V + Send + Sync + 'static,
) -> Part
where
    V::State: 'static,
{
    while_true(Memo::new(move |_| condition()), Box::new(move || make().made()))
}

/// A list whose rows are kept while their keys stay.
pub fn list<V: IntoView + 'static>(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    row: impl Fn(String) -> V + Send + Sync + 'static,
) -> Made
where
    V::State: 'static,
{
    rows(Memo::new(move |_| keys()), Arc::new(move |key| row(key).made()))
}

/// A handler of one kind of event.
pub fn on<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// What [`part`] gives.
pub type Part = Box<dyn FnMut() -> Made + Send>;

fn while_true(condition: Memo<bool>, make: Box<dyn Fn() -> Made + Send + Sync>) -> Part {
    Box::new(move || if condition.get() { make() } else { ().made() })
}

fn rows(keys: Memo<Vec<String>>, row: Arc<dyn Fn(String) -> Made + Send + Sync>) -> Made {
    view! { <For each=move || keys.get() key=Clone::clone children=move |key| row(key)/> }.made()
}
