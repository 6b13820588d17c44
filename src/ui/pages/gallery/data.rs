//! The gallery's lists, tables and charts, on invented figures.

use crate::base::Value;
use crate::present::{Cell, Kind, Note, RowKind, Table};
use crate::ui::parts::chart::{Chart, ChartView};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::field::Field;
use crate::ui::parts::file_button::FileButton;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::windowed_list::{ListRow, Source, WindowedList};
use leptos::prelude::*;

/// Lists, tables and charts.
pub(super) fn data() -> AnyView {
    let chosen = RwSignal::new("2".to_owned());
    let areas =
        (0..8).map(|n| (n.to_string(), if n == 0 { "Semua RT".into() } else { format!("RT {n:03}") })).collect();
    let took = UnsyncCallback::new(|file: web_sys::File| toast(file.name()));
    view! {
        <section class="stack measure">
            <h2>"Berkas dan saringan"</h2>
            <FileButton id="g-file" text="Pilih berkas…" hint="Excel (.xlsx) atau CSV" accept=".xlsx,.csv" on_file=took/>
            <div class="row">
                <Picker id="g-rt" label="RT" options=Signal::stored(areas) chosen/>
                <Picker id="g-state" label="Keadaan" options=Signal::stored(vec![("".into(), "Semua".into()), ("1".into(), "Draf".into())]) chosen=RwSignal::new(String::new())/>
            </div>
            <NoteField field=Field::new("g-note", "Mengapa ini benar?").on(RwSignal::new(Value::Missing))/>
            <CheckRow text="Lewati baris yang salah" ticked=RwSignal::new(true)/>
            <details class="explain"><summary>"Cara membaca"</summary><p>"Dari 100 penduduk usia kerja ada sekian orang yang ditanggung."</p></details>
        </section>
        <section class="stack">
            <h2>"Gambar dan tabel"</h2>
            {chart()}
            {data_table(&table())}
        </section>
        <section class="stack">
            <h2>"Daftar 30.000 keluarga"</h2>
            {list()}
        </section>
    }
    .into_any()
}

fn note() -> Note {
    Note { universe: "penduduk desa".into(), source: "Rumah DataKu Desa Sungai Contoh".into(), ..Note::default() }
}

fn table() -> Table {
    let mut table = Table::new("pendidikan", "Penduduk menurut pendidikan dan jenis kelamin", note())
        .column("Pendidikan", Kind::Text)
        .column("Laki-laki", Kind::Count)
        .column("Perempuan", Kind::Count)
        .column("Jumlah", Kind::Count)
        .column("Persen", Kind::Percent(1));
    table.push(RowKind::Group, vec![Cell::text("Dasar")]);
    for (label, men, women) in [
        ("Tidak atau belum sekolah", 91, 97),
        ("Tamat SD atau sederajat", 1_204, 1_160),
        ("Tamat SMP atau sederajat", 88, 80),
    ] {
        let all = men + women;
        table.push(
            RowKind::Body,
            vec![Cell::text(label), Cell::Count(men), Cell::Count(women), Cell::Count(all), Cell::share(all, 2_720)],
        );
    }
    table.push(
        RowKind::Total,
        vec![
            Cell::text("Jumlah"),
            Cell::Count(1_383),
            Cell::Count(1_337),
            Cell::Count(2_720),
            Cell::share(2_720, 2_720),
        ],
    );
    table
}

fn list() -> AnyView {
    let total = RwSignal::new(None);
    let source = Source::new(|from, limit| async move {
        let row = |n: u32| ListRow {
            href: format!("#{n}"),
            title: format!("Keluarga contoh nomor {}", n + 1),
            line: format!("RT {:03} · 6304 1552 0890 {n:04}", n % 12 + 1),
            end: format!("{} jiwa", n % 6 + 1),
            tag: n.is_multiple_of(5).then(|| (Tone::Warn, "Draf".into())),
        };
        Some((30_000, (from..(from + limit).min(30_000)).map(row).collect()))
    });
    view! { <WindowedList id="g-list" label="Keluarga" source again=Signal::stored(0) total/> }.into_any()
}

/// Two bars as the engine would send them: the page draws no chart by itself.
fn chart() -> AnyView {
    let drawn = |first: &str, second: &str, id: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 60\" width=\"300\" height=\"60\" role=\"img\" \
             aria-labelledby=\"{id}\"><title id=\"{id}\">40 laki-laki, 30 perempuan</title>\
             <rect width=\"280\" height=\"24\" fill=\"{first}\"/><rect y=\"32\" width=\"210\" height=\"24\" fill=\"{second}\"/></svg>"
        )
    };
    let title = "40 laki-laki dan 30 perempuan".to_owned();
    let mut table = Table::new("piramida", title.as_str(), note())
        .column("Jenis kelamin", Kind::Text)
        .column("Jumlah", Kind::Count);
    for (label, n) in [("Laki-laki", 40), ("Perempuan", 30)] {
        table.push(RowKind::Body, vec![Cell::text(label), Cell::Count(n)]);
    }
    let chart = ChartView {
        svg: drawn("var(--data-male)", "var(--data-female)", "g-svg"),
        paper: drawn("#2a6f97", "#c8553d", "g-paper"),
        name: "grafik-contoh".into(),
        table,
        title,
    };
    view! { <Chart chart/> }.into_any()
}
