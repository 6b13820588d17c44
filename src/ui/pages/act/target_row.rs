//! One family or person of a target list: who, where, why, and the help that was noted.

use super::help::Helping;
use crate::base::Date;
use crate::engine::protocol::{HelpView, TargetRow};
use crate::lang::{act as words, number};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// A card. Its button opens the dialog of help.
pub(super) fn target_card(list: String, row: TargetRow, today: Date, helping: RwSignal<Option<Helping>>) -> AnyView {
    let line = [row.line.as_str(), row.place.as_str(), row.address.as_str()];
    let line = line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let why: Vec<_> = row.why.iter().map(|why| view! { <li>{why.clone()}</li> }.into_any()).collect();
    let remarks = (!row.remarks.is_empty()).then(|| view! { <p class="soft">{row.remarks.join(" · ")}</p> });
    let text = if row.helped.is_some() { words::help_again(lang()) } else { words::mark_helped(lang()) };
    let href = link(&format!("/kumpul/keluarga/{}", row.family));
    let (who, family, person) = (row.who.clone(), row.family, row.person);
    let press = Callback::new(move |()| {
        helping.set(Some(Helping { list: list.clone(), family, person, who: who.clone(), today }));
    });
    view! {
        <article class="card stack-s">
            <p>
                <b class="finding-who">{row.who}</b>
                <span class="soft">{line}</span>
            </p>
            <ul>{why}</ul>
            {remarks}
            {row.helped.map(helped)}
            <div class="buttons screen-only">
                <Button text=text look=Look::Outline on_press=press/>
                <a class=Look::Quiet.class() href=href>{words::open_family(lang())}</a>
            </div>
        </article>
    }
    .into_any()
}

fn helped(help: HelpView) -> AnyView {
    let mark = tag(Tone::Ok, words::helped_on(lang(), number::date(lang(), help.on)));
    let told = [help.note, help.by].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <p>{mark}" "<span class="soft">{told}</span></p> }.into_any()
}
