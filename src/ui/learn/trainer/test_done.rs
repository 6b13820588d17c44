//! The end of a test: the code that the trainer scans, the same as a short code and a file, and the way to the next one.

use super::invite::copy;
use super::test_page::Open;
use crate::lang::teach as words;
use crate::teach::qr;
use crate::teach::report::topic_of;
use crate::teach::short_code::short_code;
use crate::teach::tables::form_name;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::file_out::{OutFile, download, share};
use leptos::prelude::*;

pub(super) fn done_view(open: &Open) -> AnyView {
    let Some(answers) = open.last.get_untracked() else { return ().into_any() };
    let (code, items) = open.invitation.with_value(|asked| (asked.session.to_string(), asked.items.clone()));
    let text = answers.text();
    let picture = qr::svg(&text, &words::qr_of_test(lang(), &answers.who.name)).unwrap_or_default();
    let all = open.kept.with_untracked(|kept| kept.done.clone());
    let n_done = all.len();
    let n_right = answers.right.iter().filter(|right| **right).count();
    let mut topics: Vec<(&str, usize, usize)> = Vec::new();
    for (id, right) in items.iter().zip(&answers.right) {
        let topic = topic_of(id);
        match topics.iter_mut().find(|(known, ..)| *known == topic) {
            Some((_, got, of)) => (*got, *of) = (*got + usize::from(*right), *of + 1),
            None => topics.push((topic, usize::from(*right), 1)),
        }
    }
    let topics: Vec<_> = topics
        .into_iter()
        .map(|(topic, got, of)| {
            let marks = words::marks(lang(), got, of);
            view! { <li class="test-topic"><span>{words::topic_name(lang(), topic)}</span><span>{marks}</span></li> }
                .into_any()
        })
        .collect();
    let file = StoredValue::new(format!("# Rumah DataKu, {code}\n{}\n", all.join("\n")));
    let name = StoredValue::new(format!("jawaban-{code}-{}.txt", answers.form.key()));
    let save = Callback::new(move |()| {
        let file = OutFile { name: name.get_value(), mime: "text/plain", content: file.get_value().into() };
        leptos::task::spawn_local(async move {
            if !share(&file).await {
                download(&file);
            }
        });
    });
    let text = StoredValue::new(text);
    let last = open.last;
    view! {
        <section class="card stack-s">
            <h2>{words::done(lang())}</h2>
            <p>{words::done_text(lang())}</p>
            <p class="strong">{answers.who.name.clone()}" · "{form_name(lang(), answers.form)}" · "{words::session_of(lang(), &code)}</p>
            <div class="qr" inner_html=picture></div>
            <p>{words::short_code(lang())}<br/><b class="short-code">{short_code(&answers)}</b></p>
            <div class="buttons">
                <Button icon="share" text=words::save_answers(lang()) on_press=save/>
                <Button look=Look::Outline text=words::copy_answers(lang()) on_press=Callback::new(move |()| copy(text.get_value()))/>
            </div>
            <p class="soft">{words::on_this_phone(lang(), n_done)}</p>
            <div class="buttons">
                <Button look=Look::Outline text=words::next_participant(lang()) on_press=Callback::new(move |()| last.set(None))/>
            </div>
        </section>
        <section class="card stack-s">
            <h2>{words::your_score(lang(), n_right, answers.right.len())}</h2>
            <ul class="plain">{topics}</ul>
        </section>
    }
    .into_any()
}
