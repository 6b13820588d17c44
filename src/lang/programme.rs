//! Words of use that grows on lists: composing, comparing with receivers, interventions, decisions, what leaves by name.

messages! {
    damaged_list "Daftar ini tidak bisa dibaca oleh versi aplikasi ini. Data lain aman. Susun ulang, lalu simpan dengan nama yang sama." / "This version cannot read this list. Other data are safe. Compose it again and keep it under the same name."
    left(n) "tersisa {n}" / "{n} left"
    left_unknown(n, unknown) "tersisa {n}; {unknown} belum bisa dinilai" / "{n} left; {unknown} cannot be told yet"
    alone(n) "{n} bila sendiri" / "{n} by itself"
    part_of(n, of) "{n} dari {of}" / "{n} of {of}"
    part_share(n, of, share) "{n} dari {of} ({share})" / "{n} of {of} ({share})"
    of_persons(n) "{n} penduduk" / "{n} residents"
    of_families(n) "{n} keluarga" / "{n} families"
    persons_unknown(n) "{n} warga belum bisa dinilai karena jawabannya belum ada (tidak diketahui, bukan tidak)." / "{n} residents cannot be judged yet for want of answers (not known, which is not no)."
    families_unknown(n) "{n} keluarga belum bisa dinilai karena jawabannya belum ada (tidak diketahui, bukan tidak)." / "{n} families cannot be judged yet for want of answers (not known, which is not no)."
    not_counted(what) "0 {what} (belum diketahui)" / "0 {what} (not known)"
    rank(n, points) "Urutan {n}, {points} poin" / "Place {n}, {points} points"
    rank_shared(n, points, same) "Urutan {n}, {points} poin (sama dengan {same} baris)" / "Place {n}, {points} points (shared by {same} rows)"
    use_with_care "Gunakan hanya untuk keperluan daftar ini, dan jangan ditempel di tempat umum." / "Use it for this purpose alone, and never post it in public."
}
