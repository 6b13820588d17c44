//! The form of facilities and potential: shown with its answers, checked before it is kept.

use crate::analyse::facilities::{FIELDS, Group, Holds, KEY, KIND, Place, VillageForm};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, catalogue as words};

impl<P: Ports> Engine<P> {
    /// The form as it is kept; nothing where there is none. An error where it cannot be read.
    fn kept_form(&self) -> Result<Option<VillageForm>, ()> {
        match self.register.paper(KIND, KEY) {
            None => Ok(None),
            Some(paper) => VillageForm::read(paper.body.text()).map(Some).ok_or(()),
        }
    }
}

fn view(form: &VillageForm, damaged: bool, lang: Lang) -> VillageFormView {
    let entry = |field: &crate::analyse::facilities::FormField| FormEntry {
        key: field.key.to_owned(),
        label: field.name.in_lang(lang).to_owned(),
        unit: match field.holds {
            Holds::Measure(unit, ..) => unit.to_owned(),
            _ => String::new(),
        },
        words: field.holds == Holds::Text,
        decimal: matches!(field.holds, Holds::Measure(..)),
        number: form.angka.get(field.key).copied(),
        text: form.teks.get(field.key).cloned().unwrap_or_default(),
    };
    let group = |group: Group| FormGroup {
        title: group.name().in_lang(lang).to_owned(),
        fields: FIELDS.iter().filter(|field| field.group == group).map(entry).collect(),
    };
    let things = FIELDS.iter().filter(|field| matches!(field.holds, Holds::Things(_)) && field.group != Group::Land);
    let place = |place: &Place| FormPlace {
        kind: place.jenis.clone(),
        name: place.nama.clone(),
        lat: place.lintang,
        lng: place.bujur,
    };
    VillageFormView {
        year: form.tahun,
        groups: Group::ALL.into_iter().map(group).collect(),
        places: form.tempat.iter().map(place).collect(),
        kinds: things.map(|field| (field.key.to_owned(), field.name.in_lang(lang).to_owned())).collect(),
        damaged,
    }
}

impl<P: Ports> Handle<GetVillageForm> for Engine<P> {
    async fn handle(&mut self, _: GetVillageForm) -> Result<VillageFormView, EngineError> {
        let kept = self.kept_form();
        Ok(view(&kept.clone().ok().flatten().unwrap_or_default(), kept.is_err(), self.lang))
    }
}

impl<P: Ports> Handle<CheckVillageForm> for Engine<P> {
    async fn handle(&mut self, request: CheckVillageForm) -> Result<CheckedPaper, EngineError> {
        let lang = self.lang;
        // What a newer version has written stays.
        let mut form = self.kept_form().ok().flatten().unwrap_or_default();
        let known = |key: &String| FIELDS.iter().any(|field| field.key == key);
        form.angka.retain(|key, _| !known(key));
        form.teks.retain(|key, _| !known(key));
        form.tahun = request.year;
        form.angka.extend(request.numbers);
        let texts = request.texts.into_iter().map(|(key, text)| (key, text.trim().to_owned()));
        form.teks.extend(texts.filter(|(_, text)| !text.is_empty()));
        let place = |place: FormPlace| Place {
            jenis: place.kind,
            nama: place.name.trim().to_owned(),
            lintang: place.lat,
            bujur: place.lng,
        };
        form.tempat = request.places.into_iter().map(place).collect();
        let problems = form.problems(i32::from(self.today().year), lang);
        Ok(CheckedPaper {
            body: if problems.is_empty() { form.body() } else { String::new() },
            problems: problems.into_iter().map(|problem| (problem.field, problem.text)).collect(),
            kind: KIND.to_owned(),
            key: KEY.to_owned(),
            title: words::potential(lang).to_owned(),
        })
    }
}
