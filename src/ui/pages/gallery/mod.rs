//! All parts on one page, for developers: at `/galeri`, linked from nowhere.

mod data;

use crate::base::codes::{CodeList, Marital, Occupation, Relation, Sex};
use crate::base::{Date, Value};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::{Card, Step, step_card};
use crate::ui::parts::choice::{SelectField, YesNo, choices_of};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::{Field, Remark, focus_field};
use crate::ui::parts::figure::{Figure, figure_tile};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::{Progress, filled_bar};
use crate::ui::parts::search::SearchField;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tag::tag;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{DateField, DigitsField, NumberField, TextField};
use crate::ui::shell::house::{Saving, house, name_page};
use leptos::prelude::*;

/// The gallery.
pub fn GalleryPage() -> AnyView {
    name_page(|| "Untuk pengembang".into(), || "Galeri bagian".into());
    if let Some(house) = house() {
        house.village.set("Desa Sungai Contoh".into());
        house.sample.set(true);
    }
    view! {
        {steps()}
        {figures()}
        {messages()}
        {fields()}
        {data::data()}
        {frame_states()}
    }
    .into_any()
}

fn steps() -> AnyView {
    let step = |icon, title: &str, line: &str, tag| {
        step_card(Step { href: "#".into(), icon, title: title.into(), line: line.into(), tag })
    };
    view! {
        <section class="stack">
            <h2>"Langkah"</h2>
            <div class="steps">
                {step("collect", "Lanjutkan keluarga Pak Rahmadi", "RT 03, 4 dari 7 bagian terisi", Some((Tone::Warn, "Draf".into())))}
                {step("verify", "Periksa 18 temuan", "5 kesalahan, 13 perlu dilihat", Some((Tone::Error, "5".into())))}
                {step("learn", "Pelajaran 6: persen dan poin persen", "12 menit, bisa tanpa internet", Some((Tone::Ok, "Baru".into())))}
                {step("package", "Paket data", "", None)}
            </div>
            <div class="row">
                {tag(Tone::Plain, "Biasa")} {tag(Tone::Info, "Info")} {tag(Tone::Ok, "Lengkap")} {tag(Tone::Warn, "Draf")} {tag(Tone::Error, "12")}
            </div>
        </section>
    }
    .into_any()
}

fn figures() -> AnyView {
    let figure = |label: &str, value: &str, of: &str, mark| {
        figure_tile(Figure { label: label.into(), value: value.into(), of: of.into(), mark, href: String::new() })
    };
    view! {
        <section class="stack">
            <h2>"Angka"</h2>
            <div class="tiles">
                {figure("Rasio ketergantungan", "48,6", "342 dari 704 penduduk 15–64", None)}
                {figure("Peserta KB modern", "61,2%", "104 dari 170 PUS", None)}
                {figure("Kebutuhan KB belum terpenuhi", "8,3%", "1 dari 12 PUS", Some((Tone::Warn, "angka kecil".into())))}
            </div>
            <Card title="Kartu"><p>"Satu hal di tiap permukaan."</p>{filled_bar(4, 7)}</Card>
        </section>
    }
    .into_any()
}

fn messages() -> AnyView {
    let open = RwSignal::new(false);
    let text = |words: &str| Signal::stored(words.to_owned());
    let opening = Callback::new(move |()| open.set(true));
    let short = Callback::new(|()| toast("Keluarga ditambahkan"));
    let undo = Callback::new(|()| toast_undo("Satu orang dihapus", Callback::new(|()| toast("Dikembalikan"))));
    view! {
        <section class="stack">
            <h2>"Pesan"</h2>
            <Notice tone=Tone::Error title="Berkas ini bukan buku kerja Excel">
                <p>"Data Anda tidak berubah. Buka berkasnya di Excel, lalu simpan sebagai .xlsx."</p>
                <div class="buttons"><Button text=text("Pilih berkas lain…") look=Look::Outline on_press=short/></div>
            </Notice>
            <Notice tone=Tone::Warn title="Cadangan terakhir 3 minggu lalu"/>
            <Notice tone=Tone::Ok title="1.046 orang masuk"/>
            <Notice tone=Tone::Info><p>"Angka dihitung per tanggal acuan."</p></Notice>
            <div class="buttons">
                <Button text=text("Buka dialog…") on_press=opening/>
                <Button text=text("Pesan singkat") icon="plus" look=Look::Outline on_press=short/>
                <Button text=text("Hapus") icon="trash" look=Look::Danger on_press=undo/>
                <Button text=text("Mati") off=true on_press=short/>
                <Button text=text("Bekerja") busy=true on_press=short/>
            </div>
            <Dialog open title=text("Hapus keluarga ini?")>
                <p>"Bisa diurungkan sesudahnya."</p>
                <div class="buttons">
                    <Button text=text("Batal") look=Look::Outline on_press=Callback::new(move |()| open.set(false))/>
                    <Button text=text("Hapus") look=Look::Danger on_press=Callback::new(move |()| open.set(false))/>
                </div>
            </Dialog>
            <Progress text=text("Membaca baris") done=3_200 total=10_000 on_cancel=short/>
            <Progress text=text("Menyiapkan") done=0 total=0/>
            <EmptyState icon="family" title="Belum ada keluarga" text="Impor daftar yang sudah ada, atau tambah satu per satu.">
                <Button text=text("Tambah keluarga") icon="plus" on_press=short/>
                <Button text=text("Impor…") look=Look::Outline on_press=short/>
            </EmptyState>
            {skeleton(2)}
        </section>
    }
    .into_any()
}

fn fields() -> AnyView {
    let on = |value: Value| RwSignal::new(value);
    let born = on(Value::Date(Date { year: 1990, month: 8, day: 21 }));
    let remark = Remark {
        tone: Tone::Warn,
        text: "NIK berkata 12 Agustus 1990, data berkata 21 Agustus 1990".into(),
        actions: vec![(
            "Pakai tanggal NIK".into(),
            Callback::new(move |()| born.set(Value::Date(Date { year: 1990, month: 8, day: 12 }))),
        )],
    };
    let nik = on(Value::Text("6303055208900003".into()));
    let view_of = RwSignal::new("rt".to_owned());
    let text = RwSignal::new(String::new());
    let jump = Callback::new(|()| focus_field("g-nik"));
    view! {
        <section class="stack measure">
            <h2>"Isian"</h2>
            <SearchField id="g-search" label="Cari nama, NIK, No. KK, alamat" text/>
            <Segmented label="Menurut" name="g-menurut" options=vec![("desa".into(), "Seluruh desa".into()), ("rw".into(), "RW".into()), ("rt".into(), "RT".into())] chosen=view_of/>
            <TextField field=Field::new("g-name", "Nama lengkap").help("Seperti tertulis di KTP atau KK.").on(on(Value::Text("Siti Aminah".into())))/>
            <DigitsField field=Field::new("g-nik", "NIK").on(nik).may_be_absent().remarks(Signal::stored(vec![remark]))/>
            <DateField field=Field::new("g-born", "Tanggal lahir").on(born).may_be_absent()/>
            <NumberField field=Field::new("g-area", "Luas lantai").on(on(Value::Decimal(36.5))).may_be_absent() decimal=true unit="m²"/>
            <SelectField field=Field::new("g-sex", "Jenis kelamin").on(on(Value::Code(2))) choices=choices_of(Sex::LIST)/>
            <SelectField field=Field::new("g-marital", "Status perkawinan").on(on(Value::Missing)).may_be_absent() choices=choices_of(Marital::LIST)/>
            <SelectField field=Field::new("g-relation", "Hubungan dengan kepala keluarga").on(on(Value::Code(3))) choices=choices_of(Relation::LIST)/>
            <SelectField field=Field::new("g-work", "Pekerjaan").help("Ketik sebagian kata, misalnya «tani».").on(on(Value::Missing)).may_be_absent() choices=choices_of(Occupation::LIST)/>
            <YesNo field=Field::new("g-aid", "Menerima PKH?").on(on(Value::Unknown)).may_be_absent()/>
            <div class="buttons">
                <Button text=Signal::stored("Kembali".to_owned()) look=Look::Outline on_press=jump/>
                <Button text=Signal::stored("Lanjut".to_owned()) on_press=jump/>
            </div>
        </section>
    }
    .into_any()
}

fn frame_states() -> AnyView {
    let Some(house) = house() else { return ().into_any() };
    let press = |label: &str, act: Callback<()>| {
        let text = Signal::stored(label.to_owned());
        view! { <Button text look=Look::Outline on_press=act/> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>"Bingkai"</h2>
            <div class="buttons">
                {press("Menyimpan", Callback::new(move |()| house.saving.set(Saving::Saving)))}
                {press("Belum tersimpan", Callback::new(move |()| house.saving.set(Saving::NotSaved)))}
                {press("Versi baru", Callback::new(move |()| house.update_ready.set(true)))}
                {press("Tab lain", Callback::new(move |()| house.follower.set(true)))}
                {press("English", Callback::new(|()| crate::ui::shell::language::set_lang(crate::lang::Lang::En)))}
                {press("Indonesia", Callback::new(|()| crate::ui::shell::language::set_lang(crate::lang::Lang::Id)))}
                {press("Besar", Callback::new(|()| crate::ui::shell::preferences::set_size("large")))}
            </div>
        </section>
    }
    .into_any()
}
