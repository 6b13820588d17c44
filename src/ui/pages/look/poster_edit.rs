//! What stands on the poster: headline, sentence, figures and charts. Each choice is drawn and stored at once.

use crate::engine::EngineError;
use crate::engine::protocol::{
    POSTER_CHARTS, POSTER_PAPER, POSTER_USUAL, POSTER_WORDS, PosterEdits, PosterView, PutPaper, TILES, WritePoster,
};
use crate::lang::{document as kinds, document_page as words};
use crate::ui::client::{ask, save};
use crate::ui::lang;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// Key of "no chart"; it is the name of none.
const NONE: &str = "-";

/// The editor, once the poster is known.
pub(super) fn editor(
    poster: RwSignal<Option<PosterView>>,
    edits: RwSignal<Option<PosterEdits>>,
    problem: RwSignal<Option<EngineError>>,
) -> AnyView {
    let known = Memo::new(move |_| poster.with(|poster| poster.as_ref().is_some_and(|poster| poster.residents > 0)));
    let body = move || known.get().then(|| untrack(move || poster.get()).map(|poster| fields(poster, edits, problem)));
    view! {
        <details class="explain card screen-only">
            <summary>{words::poster_edit(lang())}</summary>
            {follow(body)}
        </details>
    }
    .into_any()
}

fn fields(poster: PosterView, edits: RwSignal<Option<PosterEdits>>, problem: RwSignal<Option<EngineError>>) -> AnyView {
    let PosterView { edits: kept, figures, charts, damaged, .. } = poster;
    let now = move || untrack(move || edits.get());
    let standing = StoredValue::new(kept.clone());
    let change = move |with: &dyn Fn(&mut PosterEdits)| {
        let mut next = now().unwrap_or_else(|| standing.get_value());
        with(&mut next);
        edits.set(Some(next.clone()));
        leptos::task::spawn_local(async move {
            if let Err(error) = keep(next).await {
                _ = problem.try_set(Some(error));
            }
        });
    };
    let text = |id: &'static str, label: &'static str, value: String, set: fn(&mut PosterEdits, String)| {
        view! {
            <div class="picker">
                <label for=id>{label}</label>
                <input
                    id=id
                    class="input"
                    maxlength=POSTER_WORDS
                    prop:value=value
                    on:change=move |event| change(&|edits| set(edits, event_target_value(&event).trim().to_owned()))
                />
            </div>
        }
        .into_any()
    };
    let count = RwSignal::new(kept.figures.len());
    let tick = |(key, name): (String, String)| {
        let ticked = RwSignal::new(kept.figures.contains(&key));
        let set = move |event: leptos::ev::Event| {
            let on = event_target_checked(&event);
            ticked.set(on);
            change(&|edits| {
                edits.figures.retain(|one| *one != key);
                if on && edits.figures.len() < TILES {
                    edits.figures.push(key.clone());
                }
                count.set(edits.figures.len());
            });
        };
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    prop:checked=held(move || ticked.get())
                    disabled=held(move || !ticked.get() && count.get() >= TILES)
                    on:change=set
                />
                <span>{name}</span>
            </label>
        }
        .into_any()
    };
    let ticks: Vec<_> = figures.into_iter().map(tick).collect();
    let mut options = vec![(NONE.to_owned(), words::poster_no_chart(lang()).to_owned())];
    options.extend(charts);
    let shown: Vec<&str> = match kept.charts.is_empty() {
        true => POSTER_USUAL.to_vec(),
        false => kept.charts.iter().map(String::as_str).collect(),
    };
    let known = |name: &&&str| options.iter().any(|(key, _)| key == **name);
    let place = |at: usize| RwSignal::new(shown.get(at).filter(known).map_or(NONE, |name| name).to_owned());
    let places: Vec<RwSignal<String>> = (0..POSTER_CHARTS).map(place).collect();
    let pickers: Vec<_> = places
        .iter()
        .zip(1..)
        .map(|(place, n)| {
            let options = Signal::stored(options.clone());
            view! { <Picker id=format!("poster-grafik-{n}") label=words::poster_chart(lang(), n) options chosen=*place/> }
                .into_any()
        })
        .collect();
    // The first of the pickers that is changed by hand makes the choice the village's own.
    let first = StoredValue::new(true);
    effect(move || {
        let chosen: Vec<String> = places.iter().map(|place| place.get()).collect();
        if first.try_update_value(|first| std::mem::replace(first, false)) == Some(true) {
            return;
        }
        let mut own: Vec<String> = chosen.into_iter().filter(|key| key != NONE).collect();
        if own.is_empty() {
            own.push(NONE.to_owned());
        }
        change(&|edits| edits.charts = own.clone());
    });
    view! {
        <div class="stack">
            {damaged.then(|| view! { <Notice tone=Tone::Warn title=words::poster_damaged(lang())/> })}
            <p class="soft">{words::own_words(lang())}</p>
            {text("poster-judul", words::poster_headline(lang()), kept.headline.clone(), |edits, text| edits.headline = text)}
            {text("poster-kalimat", words::poster_line(lang()), kept.line.clone(), |edits, text| edits.line = text)}
            <fieldset class="stack-s">
                <legend class="strong">{words::poster_figures(lang(), TILES)}</legend>
                <div class="options">{ticks}</div>
            </fieldset>
            <div class="maker">{pickers}</div>
        </div>
    }
    .into_any()
}

async fn keep(edits: PosterEdits) -> Result<(), EngineError> {
    let body = ask(WritePoster { edits }).await?;
    let title = kinds::poster(lang()).to_owned();
    save(PutPaper { kind: POSTER_PAPER.into(), key: "utama".into(), title, body }).await.map(|_| ())
}
