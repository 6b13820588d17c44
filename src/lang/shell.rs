//! Words of the shell: navigation, buttons, the state of saving.

messages! {
    app_name "Rumah DataKu" / "Rumah DataKu"
    home "Beranda" / "Home"
    collect "Kumpul" / "Collect"
    verify "Periksa" / "Check"
    look "Lihat" / "View"
    act "Guna" / "Use"
    package "Paket data" / "Data packages"
    settings "Pengaturan" / "Settings"
    saved "Tersimpan" / "Saved"
    saving "Menyimpan…" / "Saving…"
    not_saved "Belum tersimpan" / "Not saved"
    back "Kembali" / "Back"
    cancel "Batal" / "Cancel"
    save "Simpan" / "Save"
    close "Tutup" / "Close"
    reload "Muat ulang" / "Reload"
    loading "Memuat…" / "Loading…"
    families(n) "{n} keluarga" / "{n} families"
    persons(n) "{n} jiwa" / "{n} persons"
}
