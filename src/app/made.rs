//! A view of which only the making is compiled.
//!
//! leptos compiles for every view type how it is made, how it is brought up to date in place, and how it becomes HTML on a
//! server. Here parts of the page are made anew as a whole when their signals change, and there is no server; so this type
//! hides a view behind "make it" and "take it away". That halves what `AnyView` costs in the wasm.

use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// A view that is ready to be made.
pub struct Made(Box<dyn FnOnce() -> Box<dyn Mountable> + Send>);

/// A view that has been made.
pub struct MadeState(Box<dyn Mountable>);

/// Hiding a view, for any view.
pub trait IntoMade {
    /// The view, hidden.
    fn made(self) -> Made;
}

impl<V: Render + Send + 'static> IntoMade for V
where
    V::State: 'static,
{
    fn made(self) -> Made {
        Made(Box::new(move || Box::new(self.build())))
    }
}

impl Render for Made {
    type State = MadeState;

    fn build(self) -> MadeState {
        MadeState((self.0)())
    }

    fn rebuild(self, state: &mut MadeState) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

no_attrs!(Made);

impl RenderHtml for Made {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> MadeState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for MadeState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}
