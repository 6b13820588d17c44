//! Words of choosing the village.

messages! {
    search_label "Cari nama desa atau kelurahan" / "Search for a village by name"
    search_hint "Boleh ditambah nama kecamatan atau kabupaten, misalnya: sungai pinang banjar" / "You may add the district or regency, for example: sungai pinang banjar"
    too_short "Ketik dua huruf atau lebih" / "Type two letters or more"
    not_found "Tidak ada desa atau kelurahan dengan nama itu. Coba ketik lebih sedikit huruf, atau pilih lewat provinsi, kabupaten, dan kecamatan." / "No village of that name. Try fewer letters, or choose by province, regency and district."
    n_found(n) "{n} desa dan kelurahan" / "{n} villages"
    first_of(shown, n) "{shown} teratas dari {n}. Tambahkan nama kecamatan atau kabupaten agar lebih sedikit." / "The first {shown} of {n}. Add the district or regency to narrow it down."
    province "Provinsi" / "Province"
    regency "Kabupaten atau kota" / "Regency or city"
    district "Kecamatan" / "District"
    village "Desa atau kelurahan" / "Village"
    desa "Desa" / "Village (desa)"
    kelurahan "Kelurahan" / "Urban village (kelurahan)"
    desa_adat "Desa adat" / "Customary village (desa adat)"
    unreadable "Daftar desa belum bisa dibaca. Data Anda aman. Sambungkan ke internet lalu muat ulang halaman ini." / "The list of villages cannot be read yet. Your data are safe. Connect to the internet and reload this page."
    attribution "Nama dan kode wilayah: idn-area-data 4.0.1, lisensi ODbL" / "Names and codes of regions: idn-area-data 4.0.1, ODbL licence"
}
