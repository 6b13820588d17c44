//! Last step of import: what came in, how to take it back, and where to go on.

use super::import_flow::{Flow, Stage};
use super::import_preview::{left_out, tiles};
use crate::lang::{import_page as words, number};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The step.
pub fn view(flow: Flow) -> AnyView {
    let Some(done) = flow.done.get() else { return ().into_any() };
    let again = Callback::new(move |()| flow.start_again());
    let ways = move |undo: Option<AnyView>| {
        view! {
            <div class="buttons">
                <a class=Look::Main.class() href=link("/kumpul")>{words::to_collect(lang())}</a>
                <Button text=words::other_file(lang()).to_owned() look=Look::Outline on_press=again/>
                {undo}
            </div>
        }
        .into_any()
    };
    if flow.stage.get() == Stage::Undone {
        return view! {
            <Notice tone=Tone::Info title=words::undone_title(lang())><p>{words::undone_text(lang())}</p></Notice>
            {ways(None)}
        }
        .into_any();
    }
    let whole = |n: u32| number::whole(lang(), i64::from(n));
    let text = words::done_text(lang(), whole(done.counts.n_persons_new), whole(done.counts.n_persons_changed));
    let act = done.act;
    let undo = Callback::new(move |()| flow.undo(act));
    let undo = view! { <Button text=words::undo_import(lang()).to_owned() look=Look::Quiet on_press=undo/> };
    view! {
        <Notice tone=Tone::Ok title=words::done_title(lang())><p>{text}</p></Notice>
        {tiles(&done.counts)}
        {left_out(flow, done.counts.n_left_out)}
        {ways(Some(undo.into_any()))}
    }
    .into_any()
}
