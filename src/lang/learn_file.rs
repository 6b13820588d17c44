//! What is wrong with the files of a lesson, and what to do. Each sentence stands after the file and the place.

messages! {
    no_file "Berkas ini tidak ada. Tambahkan ke folder pelajaran." / "This file is missing. Add it to the lesson's folder."
    not_json(line, column)
        "Isi berkas tidak dapat dibaca sebagai JSON di baris {line}, kolom {column}. Periksa koma, tanda kutip, dan kurung di sekitar tempat itu."
        / "The file cannot be read as JSON at line {line}, column {column}. Check commas, quotes and brackets near that place."
    missing "Isian ini belum ada. Tambahkan." / "This field is missing. Add it."
    wanted_text "Di sini harus teks di antara tanda kutip." / "A text in quotes is wanted here."
    wanted_whole "Di sini harus bilangan bulat tanpa tanda kutip." / "A whole number without quotes is wanted here."
    wanted_number "Di sini harus bilangan." / "A number is wanted here."
    wanted_list "Di sini harus daftar: [ … ]." / "A list is wanted here: [ … ]."
    wanted_object "Di sini harus objek: {{ … }}." / "An object is wanted here: {{ … }}."
    not_one_of(got, allowed) "“{got}” tidak dikenal. Pakai salah satu dari: {allowed}." / "“{got}” is not known. Use one of: {allowed}."
    out_of_range(from, to) "Bilangan ini harus dari {from} sampai {to}." / "This number must be from {from} to {to}."
    unknown_field "Isian ini tidak dikenal. Periksa ejaannya, atau hapus." / "This field is not known. Check its spelling, or remove it."
    expression(rest) "Rumus tidak terbaca mulai dari “{rest}”. Yang boleh: angka, nama, + - * / ( ) round sqrt min max abs." / "The formula cannot be read from “{rest}” on. Allowed: numbers, names, + - * / ( ) round sqrt min max abs."
    not_drawn(name) "Rumus memakai “{name}”, tetapi bilangan itu tidak ada di “draw”. Tambahkan, atau perbaiki namanya." / "The formula uses “{name}”, which is not in “draw”. Add it, or mend the name."
    no_value "Untuk sebagian bilangan, rumus ini tidak punya nilai (misalnya dibagi nol). Persempit “draw”." / "For some of the numbers this formula has no value (a division by zero, say). Narrow “draw”."
    no_text "Teks untuk kunci ini belum ada. Tambahkan ke berkas itu." / "The text of this key is missing. Add it to that file."
    unused_text "Kunci ini tidak dipakai. Hapus, atau periksa ejaannya." / "Nothing uses this key. Remove it, or check its spelling."
    empty_text "Teksnya kosong. Tulis kalimatnya." / "The text is empty. Write it."
    unknown_hole(hole) "“{{{hole}}}” bukan bilangan yang ditarik. Periksa namanya di “draw”." / "“{{{hole}}}” is no drawn number. Check its name in “draw”."
    twice(key) "“{key}” dipakai dua kali. Beri nama lain kepada salah satunya." / "“{key}” is used twice. Give one of them another name."
    count(got, wanted) "Ada {got} isian, seharusnya {wanted}." / "There are {got} entries; {wanted} are wanted."
    newer "Pelajaran ini dibuat untuk versi Rumah DataKu yang lebih baru. Perbarui aplikasi dahulu." / "This lesson was made for a newer version of Rumah DataKu. Update the app first."
}

messages! {
    too_big(name) "“{name}” lebih besar dari 1 MB. Pelajaran berisi teks saja; pilih berkas pelajaran yang benar." / "“{name}” is larger than 1 MB. A lesson holds text alone; choose the right file."
    broken_zip(name) "ZIP “{name}” rusak dan tidak dapat dibuka; mungkin salinannya terputus. Salin lagi, atau buat ZIP baru dari ketiga berkasnya." / "The ZIP “{name}” is broken and cannot be opened; the copy may have been cut off. Copy it again, or make a new ZIP of the three files."
    no_lesson(name) "“{name}” bukan berkas pelajaran. Pilih berkas .zip atau .json yang disimpan dari halaman Belajar." / "“{name}” is no lesson file. Choose a .zip or .json that was saved from the learning page."
}
