//! One finding: whom it is about, what it says, the way to the very field, and the way to say that it is right as it is.

use super::filter::tone;
use crate::base::Id;
use crate::engine::protocol::RecordKind;
use crate::engine::protocol::{DecisionView, FindingView, UndoDecision};
use crate::lang::{findings as words, number};
use crate::ui::client::save;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::tag::tag;
use crate::ui::parts::toast::toast;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// A card. `titled` names the rule and how grave it is; `accept` is asked to accept the finding.
pub fn finding_card(finding: FindingView, titled: bool, accept: Callback<FindingView>) -> AnyView {
    let (grave, grave_words) = tone(finding.severity);
    let line = [finding.line.as_str(), finding.place.as_str()];
    let line = line.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let rule = titled.then(|| {
        view! { <p class="row"><span class="strong">{finding.title.clone()}</span>{tag(grave, grave_words)}</p> }
    });
    let way = way(&finding);
    let (reason, button) = match finding.decision.clone() {
        Some(decision) => (Some(reason(&decision)), take_back(decision.id)),
        None => {
            let asked = finding.clone();
            let press = Callback::new(move |()| accept.run(asked.clone()));
            let button = view! { <Button text=words::right_as_is(lang()) look=Look::Outline on_press=press/> };
            (None, button.into_any())
        }
    };
    view! {
        <article class="card stack-s finding" data-tone=grave.name()>
            {rule}
            <p>
                <b class="finding-who">{finding.who.clone()}</b>
                <span class="soft">{line}</span>
            </p>
            <p>{finding.message.clone()}</p>
            {reason}
            <div class="buttons">{way}{button}</div>
        </article>
    }
    .into_any()
}

fn reason(decision: &DecisionView) -> AnyView {
    let by = words::accepted_by(lang(), &decision.by, number::date(lang(), decision.on));
    view! { <p class="finding-reason"><b>{decision.reason.clone()}</b><span class="soft">{by}</span></p> }.into_any()
}

fn take_back(decision: Id) -> AnyView {
    let press = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match save(UndoDecision { decision }).await {
                Ok(_) => toast(words::taken_back(lang())),
                Err(error) => toast(error.message(lang()).1),
            }
        });
    });
    view! { <Button text=words::take_back(lang()) look=Look::Quiet on_press=press/> }.into_any()
}

/// The way to the very field, or as near to it as the forms go.
fn way(finding: &FindingView) -> AnyView {
    let Some(family) = finding.family else {
        return view! { <a class=Look::Outline.class() href=link("/pengaturan")>{words::open_profile(lang())}</a> }
            .into_any();
    };
    let mut query = Vec::new();
    if finding.subject.kind == RecordKind::Person {
        query.push(format!("r={}", finding.subject.id));
    }
    let text = match finding.section.as_str() {
        "" if query.is_empty() => words::open_family(lang()),
        "" => {
            query.push("s=identitas".into());
            words::open_field(lang())
        }
        section => {
            query.push(format!("s={section}&f={}", finding.field_key));
            words::open_field(lang())
        }
    };
    let mark = if query.is_empty() { "" } else { "?" };
    let href = link(&format!("/kumpul/keluarga/{family}{mark}{}", query.join("&")));
    view! { <a class=Look::Main.class() href=href>{text}</a> }.into_any()
}
