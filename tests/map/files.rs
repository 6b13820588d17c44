//! Readers against small files of each kind, and what files that are broken, huge or odd are answered.

use rumah_dataku::map::assess::{Remark, are_swapped, as_area, assess, turned};
use rumah_dataku::map::ground::Place;
use rumah_dataku::map::read::{Feature, Form, MAX_BYTES, Refusal, read};
use std::io::Write;

const GEOJSON: &str = r#"{"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"NAMA":"RT 1","rw":1,"luas":null},"geometry":{"type":"Polygon","coordinates":
  [[[114.76,-2.98],[114.77,-2.98],[114.77,-2.97],[114.76,-2.97],[114.76,-2.98]],[[114.762,-2.978],[114.764,-2.978],[114.764,-2.976],[114.762,-2.978]]]}},
 {"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[114.7,-3],[114.71,-3],[114.71,-2.99],[114.7,-3]]],[[[114.8,-3],[114.81,-3],[114.81,-2.99],[114.8,-3]]]]}},
 {"type":"Feature","properties":{"name":"Sungai"},"geometry":{"type":"LineString","coordinates":[[114.7,-3,12.5],[114.8,-2.9,13]]}},
 {"type":"Feature","properties":{"name":"SDN 1"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[114.75,-2.95]}]}},
 {"type":"Feature","properties":{"name":"kosong"},"geometry":null}]}"#;

const KML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Peta</name><Folder><name>RT</name>
<Placemark><name>RT 2 &amp; RT 3</name><ExtendedData><Data name="Dusun"><value>Hilir</value></Data><SchemaData><SimpleData name="RW">01</SimpleData></SchemaData></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>
 114.76,-2.98,0 114.77,-2.98,0
 114.77,-2.97,0 114.76,-2.98,0</coordinates></LinearRing></outerBoundaryIs>
 <innerBoundaryIs><LinearRing><coordinates>114.765,-2.978 114.766,-2.978 114.766,-2.977 114.765,-2.978</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
<Placemark><name><![CDATA[Jalan <desa>]]></name><MultiGeometry><LineString><coordinates>114.7, -2.9 114.8, -2.8</coordinates></LineString><Point><coordinates>114.7,-2.9</coordinates></Point></MultiGeometry></Placemark>
</Folder></Document></kml>"#;

const GPX: &str = r#"<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>x</name></metadata>
<wpt lat="-2.98" lon="114.76"><ele>3</ele><name>Posyandu</name></wpt>
<trk><name>Keliling RT 4</name><trkseg><trkpt lat="-2.98" lon="114.76"><time>2026-01-01T00:00:00Z</time></trkpt><trkpt lat="-2.98" lon="114.77"/><trkpt lat="-2.97" lon="114.77"/></trkseg></trk>
<rte><name>Rute</name><rtept lat="-2.9" lon="114.7"/><rtept lat="-2.8" lon="114.8"/></rte></gpx>"#;

fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Name and form in short: `RT 1 area 5+4`, the corners of each ring.
fn short(features: &[Feature]) -> Vec<String> {
    let one = |feature: &Feature| {
        let form = match &feature.form {
            Form::Area(rings) => {
                format!("area {}", rings.iter().map(|ring| ring.len().to_string()).collect::<Vec<_>>().join("+"))
            }
            Form::Line(line) => format!("line {}", line.len()),
            Form::Point(place) => format!("point {} {}", place.lng, place.lat),
        };
        format!("{} {form}", feature.name).trim().to_owned()
    };
    features.iter().map(one).collect()
}

#[test]
fn each_kind_of_file_is_read() {
    let geojson = read(GEOJSON.as_bytes()).unwrap();
    assert_eq!(short(&geojson), ["RT 1 area 5+4", "area 4+4", "Sungai line 2", "SDN 1 point 114.75 -2.95"]);
    assert_eq!(geojson[0].words, [("nama".into(), "RT 1".into()), ("rw".into(), "1".into())]);
    let kml = read(KML.as_bytes()).unwrap();
    assert_eq!(short(&kml), ["RT 2 & RT 3 area 4+4", "Jalan <desa> line 2", "Jalan <desa> point 114.7 -2.9"]);
    assert_eq!(kml[0].words, [("dusun".into(), "Hilir".into()), ("rw".into(), "01".into())]);
    assert_eq!(read(&zipped("isi/peta.kml", KML.as_bytes())).unwrap(), kml);
    let gpx = read(GPX.as_bytes()).unwrap();
    assert_eq!(short(&gpx), ["Posyandu point 114.76 -2.98", "Keliling RT 4 line 3", "Rute line 2"]);
    let marked = [b"\xef\xbb\xbf".as_slice(), GEOJSON.as_bytes()].concat();
    assert_eq!(read(&marked).unwrap(), geojson);
    let bare = r#"{"type":"Point","coordinates":[114.75,-2.95]}"#;
    assert_eq!(short(&read(bare.as_bytes()).unwrap()), ["point 114.75 -2.95"]);
}

#[test]
fn what_is_no_map_is_refused_by_what_the_user_can_do() {
    let cut = &GEOJSON[..300];
    let metres = r#"{"type":"LineString","coordinates":[[251000.5,9670000.1],[252000,9671000]]}"#;
    let many_points = format!(r#"{{"type":"LineString","coordinates":[{}[1,2]]}}"#, "[1,2],".repeat(500_001));
    let many = format!(r#"<gpx>{}</gpx>"#, r#"<wpt lat="-2" lon="114"/>"#.repeat(2_002));
    let deep = format!("{}{}", "[".repeat(500), "]".repeat(500));
    for (name, bytes, refusal) in [
        ("nothing", b"".to_vec(), Refusal::NotAMap),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Refusal::NotAMap),
        ("words", b"RT;RW\n1;2".to_vec(), Refusal::NotAMap),
        ("other JSON", br#"{"a":1}"#.to_vec(), Refusal::NotAMap),
        ("JSON in JSON", format!("{{\"type\":{deep}}}").into_bytes(), Refusal::Damaged(1)),
        ("a web page", b"<html><body><p>x</body></html>".to_vec(), Refusal::NotAMap),
        ("other XML", b"<svg><path/></svg>".to_vec(), Refusal::NotAMap),
        ("JSON cut short", cut.as_bytes().to_vec(), Refusal::Damaged(cut.lines().count() as u32)),
        ("KML cut short", KML.as_bytes()[..700].to_vec(), Refusal::Damaged(KML[..700].lines().count() as u32)),
        ("KML with wrong ends", b"<kml>\n<Placemark></kml>".to_vec(), Refusal::Damaged(2)),
        ("an empty map", br#"{"type":"FeatureCollection","features":[]}"#.to_vec(), Refusal::Empty),
        ("an empty KML", b"<kml><Document/></kml>".to_vec(), Refusal::Empty),
        ("a workbook", zipped("xl/workbook.xml", b"<x/>"), Refusal::NoMapInZip),
        ("a ZIP cut short", zipped("doc.kml", KML.as_bytes())[..90].to_vec(), Refusal::Damaged(0)),
        ("metres", metres.as_bytes().to_vec(), Refusal::Metres),
        ("too many points", many_points.into_bytes(), Refusal::TooMany),
        ("too many features", many.into_bytes(), Refusal::TooMany),
        ("too large", vec![b' '; MAX_BYTES + 1], Refusal::TooLarge),
    ] {
        assert_eq!(read(&bytes).unwrap_err(), refusal, "{name}");
    }
}

#[test]
fn no_bytes_bring_the_reader_down() {
    let kmz = zipped("doc.kml", KML.as_bytes());
    for whole in [GEOJSON.as_bytes(), KML.as_bytes(), GPX.as_bytes(), &kmz] {
        for at in 0..whole.len() {
            let _ = read(&whole[..at]);
            let mut other = whole.to_vec();
            other[at] ^= 0x15;
            let _ = read(&other);
        }
    }
}

fn ring(corners: &[(f64, f64)]) -> Form {
    Form::Area(vec![corners.iter().map(|(lng, lat)| Place { lng: *lng, lat: *lat }).collect()])
}

#[test]
fn odd_shapes_are_put_right_or_named() {
    let near = Some(Place { lng: 114.76, lat: -2.98 });
    let open = ring(&[(114.76, -2.98), (114.77, -2.98), (114.77, -2.97)]);
    let one = assess(&open, near);
    assert!(one.fit && matches!(one.remarks[..], [Remark::Closed(gap)] if (gap - 1_570.0).abs() < 30.0), "{one:?}");
    // A right triangle of 0.01 degree sides at 2.975° south: 1.1117 km × 1.1059 km ÷ 2.
    assert!((one.km2 - 0.6147).abs() < 0.001, "{}", one.km2);
    let bow = ring(&[(114.76, -2.98), (114.77, -2.97), (114.77, -2.98), (114.76, -2.97), (114.76, -2.98)]);
    let one = assess(&bow, near);
    assert!(!one.fit);
    let [Remark::CrossesItself(place)] = one.remarks[..] else { panic!("{:?}", one.remarks) };
    assert!((place.lng - 114.765).abs() < 1e-6 && (place.lat + 2.975).abs() < 1e-6);
    let far = ring(&[(110.0, -7.0), (110.1, -7.0), (110.1, -7.1), (110.0, -7.0)]);
    assert!(matches!(assess(&far, near).remarks[..], [Remark::Elsewhere(m)] if m > 600_000.0));
    assert!(assess(&far, None).fit);
    let abroad = ring(&[(2.0, 48.0), (2.1, 48.0), (2.1, 48.1), (2.0, 48.0)]);
    assert_eq!(assess(&abroad, None).remarks, [Remark::Outside]);
    let flat = ring(&[(114.76, -2.98), (114.77, -2.98), (114.76, -2.98)]);
    assert_eq!(assess(&flat, None).remarks, [Remark::TooFewCorners]);
    let round: Vec<(f64, f64)> = (0..=9_000)
        .map(|at| f64::from(at) / 9_000.0 * std::f64::consts::TAU)
        .map(|angle| (114.76 + 0.01 * angle.cos(), -2.98 + 0.01 * angle.sin()))
        .collect();
    let one = assess(&ring(&round), near);
    let [Remark::Simplified(9_000, now, within)] = one.remarks[..] else { panic!("{:?}", one.remarks) };
    assert!(one.fit && now <= 1_500 && within < 2.0);
}

#[test]
fn latitude_before_longitude_is_recognised() {
    let swapped = r#"{"type":"Polygon","coordinates":[[[-2.98,114.76],[-2.98,114.77],[-2.97,114.77],[-2.98,114.76]]]}"#;
    let features = read(swapped.as_bytes()).unwrap();
    assert!(are_swapped(&features));
    assert!(!are_swapped(&read(GEOJSON.as_bytes()).unwrap()));
    assert!(assess(&turned(&features[0].form), Some(Place { lng: 114.76, lat: -2.98 })).fit);
}

#[test]
fn a_walk_around_becomes_an_area() {
    let gpx = read(GPX.as_bytes()).unwrap();
    let walked = assess(&as_area(&gpx[1].form), None);
    assert!(matches!(walked.form, Form::Area(ref rings) if rings.len() == 1 && rings[0].len() == 3));
}
