//! A chart with what belongs to it: the picture, the table behind it, and ways to save and copy them.

use super::button::{Button, Look};
use super::copy::{copy, text_blob};
use super::data_table::data_table;
use super::dialog::Dialog;
use super::file_out::{OutFile, download};
use super::notice::Notice;
use super::toast::toast;
use super::tone::Tone;
use crate::lang::shell as words;
use crate::present::Table;
use crate::ui::lang;
use crate::ui::parts::live::{effect, follow, held};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// A saved picture has so many pixels for each one of its drawing.
const SHARPNESS: f64 = 2.0;

/// What a chart is made of; the engine draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartView {
    /// What it shows, in a sentence; the heading.
    pub title: String,
    /// The picture in the colours of the page (`Theme::Screen`).
    pub svg: String,
    /// The picture that stands alone (`Theme::Paper`), for saving.
    pub paper: String,
    /// The table behind it.
    pub table: Table,
    /// File name without an ending: `piramida-penduduk`.
    pub name: String,
}

/// A chart in a card, with "Lihat tabel" and "Simpan gambar…".
///
/// ```ignore
/// view! { <Chart chart=ChartView { title, svg, paper, table, name: "piramida-penduduk".into() }/> }
/// ```
#[component]
pub fn Chart(
    /// The chart.
    chart: ChartView,
) -> AnyView {
    let (as_table, saving) = (RwSignal::new(false), RwSignal::new(false));
    let svg = chart.svg.clone();
    let title = chart.title.clone();
    let chart = StoredValue::new(chart);
    let toggle_text = Signal::derive(move || {
        if as_table.get() { words::show_chart(lang()) } else { words::show_table(lang()) }.to_owned()
    });
    let toggle = Callback::new(move |()| as_table.update(|now| *now = !*now));
    let open = Callback::new(move |()| saving.set(true));
    let table = move || as_table.get().then(|| chart.with_value(|chart| data_table(&chart.table)));
    let save_text = Signal::stored(words::save_picture(lang()).to_owned());
    view! {
        <section class="card chart stack-s">
            <h2>{title}</h2>
            <div class="chart-picture" hidden=held(move || as_table.get()) inner_html=svg></div>
            {follow(table)}
            <div class="buttons screen-only">
                <Button text=toggle_text look=Look::Outline on_press=toggle/>
                <Button text=save_text look=Look::Outline on_press=open/>
            </div>
            {saving_dialog(chart, saving)}
        </section>
    }
    .into_any()
}

/// The ways to save and copy a chart, in a dialog that opens with `saving`.
pub fn saving_dialog(chart: StoredValue<ChartView>, saving: RwSignal<bool>) -> AnyView {
    let failed = RwSignal::new(None::<&'static str>);
    effect(move || {
        if saving.get() {
            failed.set(None);
        }
    });
    let file = move |ending: &str, mime: &'static str, content: JsValue| OutFile {
        name: chart.with_value(|chart| format!("{}.{ending}", chart.name)),
        mime,
        content,
    };
    let save_svg = Callback::new(move |()| {
        download(&file("svg", "image/svg+xml", JsValue::from(chart.with_value(|chart| chart.paper.clone()))));
        saving.set(false);
    });
    let csv_file = move || file("csv", "text/csv", JsValue::from(chart.with_value(|chart| chart.table.to_csv())));
    let save_csv = Callback::new(move |()| {
        download(&csv_file());
        saving.set(false);
    });
    let save_picture = Callback::new(move |close: bool| {
        leptos::task::spawn_local(async move {
            let paper = chart.with_value(|chart| chart.paper.clone());
            match png(&paper, SHARPNESS).await {
                Ok(blob) => {
                    download(&file("png", "image/png", blob.into()));
                    if close {
                        saving.set(false);
                    }
                }
                Err(_) => failed.set(Some(words::png_failed(lang()))),
            }
        });
    });
    // What cannot be copied is saved instead, and the dialog says so.
    let copy_picture = Callback::new(move |()| {
        let paper = chart.with_value(|chart| chart.paper.clone());
        // A promise: some browsers copy only what was promised while the press is still fresh.
        let promised = wasm_bindgen_futures::future_to_promise(async move { Ok(png(&paper, SHARPNESS).await?.into()) });
        leptos::task::spawn_local(async move {
            if copy(&[("image/png", promised.into())]).await {
                toast(words::picture_copied(lang()));
                saving.set(false);
            } else {
                failed.set(Some(words::picture_not_copied(lang())));
                save_picture.run(false);
            }
        });
    });
    let copy_table = Callback::new(move |()| {
        let (html, tsv) = chart.with_value(|chart| (chart.table.to_html(lang()), chart.table.to_tsv(lang())));
        leptos::task::spawn_local(async move {
            let forms = [("text/html", text_blob(&html, "text/html")), ("text/plain", text_blob(&tsv, "text/plain"))];
            if copy(&forms).await {
                toast(words::table_copied(lang()));
                saving.set(false);
            } else {
                failed.set(Some(words::table_not_copied(lang())));
                download(&csv_file());
            }
        });
    });
    let text = |words: &'static str| Signal::stored(words.to_owned());
    let (png_text, svg_text) = (text(words::save_png(lang())), text(words::save_svg(lang())));
    let save_png = Callback::new(move |()| save_picture.run(true));
    let (copy_text, copy_table_text) = (text(words::copy_picture(lang())), text(words::copy_table(lang())));
    let (csv_text, save_text) = (text(words::save_csv(lang())), text(words::save_picture(lang())));
    view! {
        <Dialog open=saving title=save_text>
            <div class="stack-s">
                <Button text=png_text on_press=save_png wide=true/>
                <Button text=copy_text look=Look::Outline on_press=copy_picture wide=true/>
                <Button text=svg_text look=Look::Outline on_press=save_svg wide=true/>
                <Button text=csv_text look=Look::Outline on_press=save_csv wide=true/>
                <Button text=copy_table_text look=Look::Outline on_press=copy_table wide=true/>
                {follow(move || failed.get().map(|why| view! { <Notice tone=Tone::Warn title=why/> }))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Width in pixels at which a chart fills its card in the page as it is now: for `Frame::width`.
pub fn picture_width() -> u16 {
    let page = document().get_element_by_id("isi").map_or(360, |main| main.client_width());
    (page - 66).clamp(280, 720) as u16
}

/// Draws a picture that stands alone as a PNG, with so many pixels for each one of its drawing.
pub async fn png(svg: &str, sharpness: f64) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&svg.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let loaded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&url)?;
    loaded?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = (f64::from(image.natural_width()) * sharpness, f64::from(image.natural_height()) * sharpness);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let made = js_sys::Promise::new(&mut |resolve, _| _ = canvas.to_blob(&resolve));
    JsFuture::from(made).await?.dyn_into()
}
