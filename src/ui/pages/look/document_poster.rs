//! The poster: seen as it will be sent, printed on A3, saved as a picture.

use super::poster_edit;
use super::when_where::WhenWhere;
use crate::engine::protocol::{MakePoster, PosterEdits, PosterView};
use crate::lang::{document as kinds, document_page as words};
use crate::ui::asking::{latest, trouble};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::png;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub(super) fn poster_page() -> AnyView {
    let chosen = WhenWhere::new();
    let poster = RwSignal::new(None::<PosterView>);
    let (problem, failed) = (RwSignal::new(None), RwSignal::new(false));
    name_page(
        || kinds::title(lang()).into(),
        move || {
            poster.with(|now| now.as_ref().map_or_else(|| kinds::poster(lang()).to_owned(), |now| now.title.clone()))
        },
    );
    // What is chosen here; nothing until something is: then what is kept holds.
    let edits = RwSignal::new(None::<PosterEdits>);
    latest(
        move || Some(MakePoster { look: chosen.look()?, edits: edits.get() }),
        move |made| match made {
            Ok(made) => {
                chosen.taken(made.at);
                problem.set(None);
                poster.set(Some(made));
            }
            Err(error) => problem.set(Some(error)),
        },
    );
    let picture = Callback::new(move |()| {
        let Some(made) = poster.get_untracked() else { return };
        leptos::task::spawn_local(async move {
            match png(&made.message, 1.0).await {
                Ok(blob) => {
                    download(&OutFile { name: format!("{}.png", made.name), mime: "image/png", content: blob.into() })
                }
                Err(_) => _ = failed.try_set(true),
            }
        });
    });
    let print = Callback::new(move |()| _ = window().print());
    let body = move || match poster.get() {
        None => skeleton(10),
        Some(made) if made.residents == 0 => view! { <EmptyState icon="file" title=words::nobody(lang())/> }.into_any(),
        Some(made) => view! {
            <div class="poster screen-only" inner_html=made.message></div>
            <div class="sheets print-only"><div class="sheet sheet-poster" inner_html=made.sheet></div></div>
        }
        .into_any(),
    };
    view! {
        <div class="stack document">
            {chosen.fields()}
            <div class="buttons screen-only">
                <Button text=words::poster_picture(lang()) icon="download" on_press=picture/>
                <Button text=words::print(lang()) look=Look::Outline icon="print" on_press=print/>
            </div>
            {poster_edit::editor(poster, edits, problem)}
            {follow(move || failed.get().then(|| view! { <Notice tone=Tone::Warn title=words::poster_failed(lang())/> }))}
            {trouble(problem)}
            {follow(body)}
        </div>
    }
    .into_any()
}
